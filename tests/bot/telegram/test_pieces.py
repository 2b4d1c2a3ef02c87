"""The parts that need no server: pacing, permits, redelivery, lanes, texts."""

import string
from dataclasses import fields

import pytest

from bot.telegram.access import Allowance, Allowances, Turnstile, Verdict
from bot.telegram.pacing import Pace, Rates
from bot.telegram.permits import Rate
from bot.telegram.reading import only_readable, read_update
from bot.telegram.texts import ENGLISH, VIETNAMESE, texts_for

_NAMES_OF_COMMANDS = ("commands", "admin_commands")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", [field.name for field in fields(VIETNAMESE)])
def test_both_languages_say_the_same_things(name: str) -> None:
    vietnamese, english = getattr(VIETNAMESE, name), getattr(ENGLISH, name)
    if isinstance(vietnamese, str) and name != "language":
        assert placeholders(vietnamese) == placeholders(english)
        assert vietnamese
        assert english
    if name in _NAMES_OF_COMMANDS:
        assert list(vietnamese) == list(english)
        assert all(len(text) <= 256 for text in [*vietnamese.values(), *english.values()])


def test_texts_are_chosen_by_choice_then_client_then_vietnamese() -> None:
    assert texts_for("en", "vi") is ENGLISH
    assert texts_for("vi", "en") is VIETNAMESE
    assert texts_for(None, "en-US") is ENGLISH
    assert texts_for(None, "de") is texts_for(None, None) is VIETNAMESE


def test_permits_run_out_and_come_back() -> None:
    now = [0.0]
    turnstile = Turnstile(Allowances(), lambda: now[0])
    allowance = Allowance(n=2, per_seconds=10)
    seen = [turnstile.check("person", 1, allowance) for _ in range(4)]
    assert seen == [(Verdict.PASS, 0), (Verdict.PASS, 0), (Verdict.TELL, 5), (Verdict.IGNORE, 5)]
    assert turnstile.check("person", 2, allowance) == (Verdict.PASS, 0)
    now[0] = 5.0
    assert turnstile.check("person", 1, allowance) == (Verdict.PASS, 0)
    assert turnstile.check("person", 1, allowance)[0] is Verdict.TELL


@pytest.mark.asyncio
async def test_pace_lets_a_burst_through_and_then_spaces_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(round(seconds, 3))

    monkeypatch.setattr("bot.telegram.pacing.asyncio.sleep", sleep)
    pace = Pace(Rates(overall=Rate(100, 100), private=Rate(1, 2), group=Rate(0.5, 1)), lambda: 50.0)
    for chat_id in (7, 7, 7, 7, -7, -7, 8):
        await pace.wait(chat_id)
    assert waited == [0, 0, 1, 2, 0, 2, 0]
    pace.hold(8, 30)
    await pace.wait(8)
    assert waited[-1] == 31


def test_updates_that_cannot_be_read_are_emptied_and_keep_their_number() -> None:
    content = (
        b'{"ok":true,"result":[{"update_id":1,"message":{"message_id":1}},{"update_id":2},{"x":1},5,'
        b'{"update_id":true},{"update_id":3,"message":{"message_id":1,"date":99999999999999,"chat":{"id":1}}}]}'
    )
    assert only_readable(content) == b'{"ok": true, "result": [{"update_id": 1}, {"update_id": 2}, {"update_id": 3}]}'
    assert only_readable(b"<html>") == b"<html>"
    assert only_readable(b'{"ok":true,"result":[{"update_id":2}]}') == b'{"ok":true,"result":[{"update_id":2}]}'
    assert read_update({"update_id": "1"}) is None
