"""Updates as they come from outside, read one by one: one that cannot be read must not hold up the others.

python-telegram-bot reads a batch of updates as a whole. Where one of them lacks a field, it drops the batch without
confirming it, and Telegram sends the same batch again, for ever. Here such an update is replaced by an empty one of
the same number, which is confirmed and does nothing.
"""

import json
import logging
from typing import Any

from telegram import Message, Update, User
from telegram._utils.defaultvalue import DEFAULT_NONE
from telegram._utils.types import ODVInput
from telegram.request import HTTPXRequest, RequestData

_LOG = logging.getLogger(__name__)
_OK = 200
_MAX_ID = 2**63
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query")


def read_update(values: Any) -> Update | None:
    """Return an update from plain values, None where they are not one; it belongs to no bot yet."""
    if not isinstance(values, dict) or not _is_id(values.get("update_id")):
        return None
    try:
        update = Update.de_json(values, None)
        return update if _is_whole(update) else None
    except Exception as error:  # noqa: BLE001 (any shape of data can fail in any way; the data is not ours)
        _LOG.warning("update %s cannot be read: %s", values["update_id"], type(error).__name__)
        return None


def readable(values: Any) -> dict[str, Any] | None:
    """Return the values of an update that can be read, an empty update for one that cannot, None without a number."""
    if read_update(values) is not None:
        return dict(values)
    update_id = values.get("update_id") if isinstance(values, dict) else None
    return {"update_id": update_id} if _is_id(update_id) else None


def _is_whole(update: Update) -> bool:
    """Return whether an update has what python-telegram-bot promises but does not check."""
    query = update.callback_query or update.inline_query
    if query is not None and not _is_user(query.from_user):
        return False
    message = update.effective_message
    if message is None:
        return True
    user = message.from_user if isinstance(message, Message) else None
    return _is_id(message.message_id) and _is_id(message.chat.id) and (user is None or _is_user(user))


def _is_user(user: Any) -> bool:
    return isinstance(user, User) and _is_id(user.id)


def _is_id(number: object) -> bool:
    """Return whether a number can be an id: Telegram's have at most 52 bits, SQLite's 64."""
    return isinstance(number, int) and not isinstance(number, bool) and abs(number) < _MAX_ID


class TolerantRequest(HTTPXRequest):
    """Asks for updates and passes on only those that can be read."""

    async def do_request(  # noqa: PLR0917 (the library's own signature)
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = DEFAULT_NONE,
        write_timeout: ODVInput[float] = DEFAULT_NONE,
        connect_timeout: ODVInput[float] = DEFAULT_NONE,
        pool_timeout: ODVInput[float] = DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return status and content of the answer, unreadable updates emptied."""
        status, content = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if status == _OK and url.endswith("/getUpdates"):
            content = only_readable(content)
        return status, content


def only_readable(content: bytes) -> bytes:
    """Return an answer to getUpdates with its unreadable updates emptied; anything else as it is."""
    try:
        answer = json.loads(content)
    except ValueError:
        return content  # python-telegram-bot says what is wrong with it
    if not isinstance(answer, dict) or not isinstance(answer.get("result"), list):
        return content
    updates = [readable(values) for values in answer["result"]]
    if updates == answer["result"]:
        return content
    answer["result"] = [values for values in updates if values is not None]
    return json.dumps(answer).encode()
