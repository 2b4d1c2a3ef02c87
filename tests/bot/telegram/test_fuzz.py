"""Any sequence of updates, sound or not, leaves the bot alive, answering, and its database whole."""

import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.engine import Engine
from tests.bot.telegram.bots import QUICK, running, settings_for
from tests.bot.telegram.test_asking import CHAIR
from tests.support.bot_api import BotApi

USER_ID, STRANGER_ID, GROUP_ID = 11, 12, -1001000000001
_WORDS = (
    "terminated by other getUpdates",
    "chat not found",
    "message thread not found",  # of a topic that was never opened
    "query is too old",
    "message to edit not found",
    "message to be replied not found",
)

ids = st.sampled_from([USER_ID, STRANGER_ID, GROUP_ID, 999, -5, 0, 2**52])
texts = st.one_of(
    st.sampled_from(
        ["Ai chủ trì hội nghị?", "/start", "/ask", "/hoi giá vàng", "/forget", "/article ../..", "@hoidap_bot"]
    ),
    st.sampled_from(["😀" * 4096, "a" * 4096, "<b>", "\x00", "\u202egiá", "'; DROP TABLE question; --", " "]),
    st.text(max_size=60),
)
datas = st.one_of(
    st.from_regex(r"[a-z]{1,2}:[0-9]{1,3}:[0-9]{1,3}", fullmatch=True), st.text(max_size=64), st.just("m:1:1")
)


@st.composite
def people(draw: st.DrawFn) -> dict[str, Any]:
    return {"id": draw(ids), "is_bot": draw(st.booleans()), "first_name": draw(st.text(max_size=9))}


@st.composite
def messages(draw: st.DrawFn) -> dict[str, Any]:
    chat_id = draw(ids)
    text = draw(texts)
    kind = draw(st.sampled_from(["private", "private", "supergroup", "group", "channel"]))
    message: dict[str, Any] = {
        "message_id": draw(st.integers(1, 9)),
        "date": draw(st.sampled_from([0, 1_700_000_000, 4_000_000_000])),
        "chat": {"id": chat_id, "type": kind, "title": "Nhóm"},
        "from": draw(people()),
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(" ")[0])}]
    message |= draw(
        st.sampled_from(
            [
                {},
                {"sticker": {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "type": "regular"}},
                {"message_thread_id": 5, "is_topic_message": True},
                {"entities": [{"type": "mention", "offset": 3, "length": 9000}]},
                {"sender_chat": {"id": GROUP_ID, "type": "supergroup", "title": "Nhóm"}},
                {"reply_to_message": {"message_id": 1, "date": 1, "chat": {"id": chat_id, "type": "private"}}},
                {"via_bot": {"id": 7000000001, "is_bot": True, "first_name": "Hỏi đáp"}},
            ]
        )
    )
    return message


@st.composite
def updates(draw: st.DrawFn) -> dict[str, Any]:
    kinds = [
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "callback_query",
        "inline_query",
        "poll",
    ]
    kind = draw(st.sampled_from(kinds))
    if kind == "callback_query":
        body: Any = {"id": "1", "from": draw(people()), "chat_instance": "1", "data": draw(datas)}
        body |= {"inline_message_id": "x"} if draw(st.booleans()) else {"message": draw(messages())}
    elif kind == "inline_query":
        body = {"id": "1", "from": draw(people()), "query": draw(texts), "offset": ""}
    else:
        body = draw(messages())
    if draw(st.booleans()):
        body = draw(damaged(body))
    return {kind: body}


@st.composite
def damaged(draw: st.DrawFn, value: Any) -> Any:
    """Draw a value with one field left out, or something else in its place."""
    if not isinstance(value, dict) or not value or draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from([None, 5, "x", [], {}, [{}], True, 10**30, 1.5]))
    name = draw(st.sampled_from(sorted(value)))
    rest = {key: inner for key, inner in value.items() if key != name}
    return rest if draw(st.booleans()) else rest | {name: draw(damaged(value[name]))}


@given(sequence=st.lists(updates(), min_size=1, max_size=12), n_replayed=st.integers(0, 3))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_updates_leave_the_bot_answering_and_its_database_whole(
    engine: Engine, sequence: list[dict[str, Any]], n_replayed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        after = asyncio.run(_live_through(engine, sequence + sequence[:n_replayed], Path(folder)))
    assert CHAIR in after.answer
    assert CHAIR in after.answer_in_group
    assert after.integrity == {"integrity_check": "ok"}
    assert after.unexpected_refusals == []


@dataclass(frozen=True, slots=True)
class After:
    """What is seen after a sequence of updates."""

    answer: str
    answer_in_group: str
    integrity: dict[str, Any]
    unexpected_refusals: list[str]


async def _live_through(engine: Engine, sequence: list[dict[str, Any]], folder: Path) -> After:
    async with BotApi() as api:
        for user_id in (USER_ID, STRANGER_ID):
            api.private_chat(api.user(user_id, "Người"))
        group = api.group(GROUP_ID, "Nhóm")
        async with running(api, engine, settings_for(api, folder), QUICK) as bot:
            for update in sequence:
                api.inject(update)
            an = api.user(77, "An")
            reply = await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?", 20)
            asked = await group.send(an, "/ask Ai chủ trì hội nghị?")
            await api.wait_until(lambda: [one for one in group.replies(asked) if one.reply_to is asked])
            in_group = next(one.text for one in group.replies(asked) if one.reply_to is asked)
            integrity = next(bot.store.db.query("PRAGMA integrity_check"))
        refusals = {call.refusal.description for call in api.journal.refused if call.refusal}
    unexpected = [text for text in refusals if not any(words in text for words in _WORDS)]
    return After(reply.text, in_group, integrity, unexpected)
