"""Every article of ../shared/seeds asked about in three languages, from a group, a topic and a private chat."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.telegram.access import Allowance, Allowances
from retrieval.engine import Engine
from retrieval.index.builder import build_index
from retrieval.text.spelling import fold
from tests.bot.telegram.bots import QUICK, running
from tests.bot.telegram.conftest import default_encoder
from tests.support.bot_api import BotApi
from tests.support.bot_api.chats import Chat

_SHARED = Path(__file__).resolve().parents[3].parent / "shared"
_QUESTIONS = _SHARED / "eval" / "seed_questions_dev.jsonl"
_GROUP_ID, _FORUM_ID = -1001000000001, -1001000000002


@pytest.fixture(scope="module")
def seeds_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    if not (_SHARED / "seeds").is_dir() or not _QUESTIONS.is_file():
        pytest.skip("../shared/seeds or ../shared/eval is absent")
    folder = tmp_path_factory.mktemp("seeds")
    encoder = default_encoder(folder)
    files = sorted((_SHARED / "seeds").iterdir())
    for n_files in (2, 3, len(files)):  # few passages at a time are embedded without unpacking the model for torch
        build_index(folder / "data", files[:n_files], encoder)
    engine = Engine(folder / "data", encoder)
    yield engine
    engine.close()


def questions_about(titles: dict[str, str]) -> list[tuple[str, str]]:
    """Return (article id, question) for each article, in Vietnamese with and without marks, and in English.

    Where the file has no question in a language, the Vietnamese one without its marks stands in, or the title.
    """
    asked: dict[tuple[str, str], str] = {}
    for text in _QUESTIONS.read_text("utf-8").splitlines():
        line = json.loads(text)
        for article_id in line["docs"]:
            asked.setdefault((article_id, line["lang"]), line["question"])
    return [
        (article_id, question)
        for article_id, title in titles.items()
        for question in (
            asked[article_id, "vi"],
            asked.get((article_id, "vi-plain"), fold(asked[article_id, "vi"])),
            asked.get((article_id, "en"), f"What does the article about {title} report?"),
        )
    ]


@pytest.mark.asyncio
async def test_every_article_answers_in_three_languages_wherever_it_is_asked_about(
    api: BotApi, seeds_engine: Engine, settings: Settings
) -> None:
    an = api.user(11, "An")
    forum = api.forum(_FORUM_ID, "Diễn đàn")
    places: list[tuple[Chat, int | None, str]] = [
        (api.private_chat(an), None, ""),
        (api.group(_GROUP_ID, "Nhóm"), None, "/hoi "),
        (forum, forum.open_topic("Hỏi đáp", an), "/ask "),
    ]
    titles = {article.id: str(article.title) for article in seeds_engine.articles()}
    questions = questions_about(titles)
    assert len(questions) == 15
    limits = replace(QUICK, allowances=Allowances(person=Allowance(n=1000, per_seconds=60)))
    async with running(api, seeds_engine, settings, limits):
        for article_id, question in questions:
            for chat, topic, command in places:
                begun = await chat.send(an, "/new", topic=topic)
                asked = await chat.send(an, command + question, topic=topic)
                reply = (await chat.wait_for_replies(2, begun))[1]
                assert titles[article_id] in reply.text
                assert reply.reply_to is asked
                assert (reply.in_topic, reply.thread_id if topic else None) == (topic is not None, topic)
