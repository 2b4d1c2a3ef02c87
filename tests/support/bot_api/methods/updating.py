"""How updates leave the server: asked for by getUpdates, or pushed once a webhook is set."""

import contextlib

from tests.support.bot_api.fields import Fields, Json
from tests.support.bot_api.methods.kinds import Method
from tests.support.bot_api.refusals import RefusedError
from tests.support.bot_api.state import State
from tests.support.bot_api.webhooks import Webhook, checked_address, checked_secret

_MAX_POLL_SECONDS = 50
_MAX_UPDATES = 100
_CONNECTIONS = 40
_MAX_CONNECTIONS = 100


async def get_updates(state: State, fields: Fields) -> list[Json]:
    """Return the updates from an offset on, once there are any or the time is over."""
    with contextlib.suppress(RefusedError):  # Telegram goes on with what it had
        state.updates.allow(fields.json("allowed_updates", "allowed updates"))
    return await state.updates.poll(
        fields.integer("offset"),
        fields.integer("limit", _MAX_UPDATES, 1, _MAX_UPDATES),
        fields.integer("timeout", 0, 0, _MAX_POLL_SECONDS),
    )


def set_webhook(state: State, fields: Fields) -> bool:
    """Return True when updates go to the webhook; without an address as delete_webhook."""
    url = fields.text("url")
    if not url:
        return delete_webhook(state, fields)
    webhook = Webhook(
        checked_address(url),
        checked_secret(fields.text("secret_token")) or None,
        fields.integer("max_connections", _CONNECTIONS, 1, _MAX_CONNECTIONS),
        fields.text("ip_address"),
    )
    _common(state, fields)
    state.deliveries.set(webhook)
    return True


def delete_webhook(state: State, fields: Fields) -> bool:
    """Return True when updates wait for getUpdates again."""
    _common(state, fields)
    state.deliveries.set(Webhook(""))
    return True


def get_webhook_info(state: State, _fields: Fields) -> Json:
    """Return where updates go and how that works out."""
    return state.deliveries.webhook.as_json(state.updates)


def _common(state: State, fields: Fields) -> None:
    if fields.boolean("drop_pending_updates"):
        state.updates.clear()
    with contextlib.suppress(RefusedError):
        state.updates.allow(fields.json("allowed_updates", "allowed updates"))


METHODS: dict[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
