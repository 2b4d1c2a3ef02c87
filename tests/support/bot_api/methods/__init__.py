"""The methods of the Bot API that this server knows, a module for each kind; any other is answered with 404."""

from tests.support.bot_api.methods import account, answers, chats, editing, sending, updating
from tests.support.bot_api.methods.kinds import Method

METHODS: dict[str, Method] = {
    **account.METHODS,
    **answers.METHODS,
    **chats.METHODS,
    **editing.METHODS,
    **sending.METHODS,
    **updating.METHODS,
}
BY_LOWER_NAME = {name.lower(): name for name in METHODS}
