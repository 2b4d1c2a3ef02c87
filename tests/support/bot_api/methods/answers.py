"""Answers to presses of buttons and to inline queries: in time, once, and within their limits."""

from typing import Any

from tests.support.bot_api import utf16
from tests.support.bot_api.fields import Fields, Json, optional_text, required_text
from tests.support.bot_api.keyboards import checked_markup
from tests.support.bot_api.links import checked_link
from tests.support.bot_api.methods.kinds import Method
from tests.support.bot_api.queries import CALLBACK_SECONDS, INLINE_SECONDS, InlineQuery, Press
from tests.support.bot_api.refusals import RefusedError, bad_request
from tests.support.bot_api.state import State
from tests.support.bot_api.texts import text_of

MAX_RESULTS = 50
MAX_RESULT_ID_BYTES = 64
MAX_ANSWER_UNITS = 200
_MAX_CACHE_SECONDS = 86_400
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(state: State, fields: Fields) -> bool:
    """Return True when the user sees that the press was noticed."""
    text = fields.text("text")
    if utf16.length(text) > MAX_ANSWER_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")
    url = fields.text("url")
    if url and not url.startswith(("https://t.me/", "tg://")):
        raise bad_request("URL_INVALID")
    press = state.queries.presses.get(fields.text("callback_query_id"))
    if press is None or press.answer is not None or _expired(press, press.pressed_at, CALLBACK_SECONDS, state):
        raise bad_request(_TOO_OLD)
    press.answer, press.alert = text, fields.boolean("show_alert")
    state.changed.fire()
    return True


def answer_inline_query(state: State, fields: Fields) -> bool:
    """Return True when the user sees the results."""
    results = fields.json("results", "inline query results") or []
    if not isinstance(results, list):
        raise bad_request("Expected an Array of inline query results")
    if len(results) > MAX_RESULTS:
        raise bad_request("Too many inline query results specified")
    checked = [_result(value) for value in results]
    if any(not 1 <= len(str(result["id"]).encode()) <= MAX_RESULT_ID_BYTES for result in checked):
        raise bad_request("RESULT_ID_INVALID")
    if len({str(result["id"]) for result in checked}) < len(checked):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(fields.text("next_offset").encode()) > MAX_RESULT_ID_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    query = state.queries.inline.get(fields.text("inline_query_id"))
    if query is None or query.results is not None or _expired(query, query.asked_at, INLINE_SECONDS, state):
        raise bad_request(_TOO_OLD)
    query.results = checked
    query.is_personal = fields.boolean("is_personal")
    query.cache_seconds = fields.integer("cache_time", 300, 0, _MAX_CACHE_SECONDS)
    query.next_offset = fields.text("next_offset")
    state.changed.fire()
    return True


def _expired(query: Press | InlineQuery, since: float, limit_seconds: float, state: State) -> bool:
    return query.expired or state.clock() - since > limit_seconds


def _result(value: Any) -> Json:
    try:
        return _checked_result(value)
    except RefusedError as error:
        raise bad_request(f"Can't parse inline query result: {error.words}") from None


def _checked_result(value: Any) -> Json:
    if not isinstance(value, dict):
        raise bad_request("Inline query result must be an object")
    kind = required_text(value, "type").lower()
    required_text(value, "id")
    if kind != "article":  # this server knows no other kind: the bot sends articles only
        raise bad_request(f'type "{kind}" is unsupported for the inline query result')
    required_text(value, "title")
    content = value.get("input_message_content")
    if not isinstance(content, dict):
        raise bad_request('Can\'t find field "message_text"')
    formatted = text_of(
        required_text(content, "message_text"), optional_text(content, "parse_mode"), content.get("entities")
    )
    url = optional_text(value, "url")
    if url and checked_link(url) is None:
        raise bad_request(f"URL '{url}' is invalid: Wrong HTTP URL")
    return {**value, "formatted": formatted, "reply_markup": checked_markup(value.get("reply_markup"))}


METHODS: dict[str, Method] = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
}
