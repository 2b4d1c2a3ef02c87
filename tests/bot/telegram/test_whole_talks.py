"""Whole talks with the bot as a person has them, the real engine behind it: one thing leads to another."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest
import pytest_asyncio

from bot.cli.main import main
from bot.settings import Settings
from retrieval.engine import Engine
from retrieval.evaluation.gold import read_questions
from retrieval.index.builder import build_index
from retrieval.records import ArticleRecord
from tests.bot.telegram.bots import RunningBot, running, webhook_settings
from tests.bot.telegram.conftest import default_encoder
from tests.bot.telegram.engines import Wrapped
from tests.support.bot_api import BotApi, Chat, Message
from tests.support.corpora import write_corpus

pytestmark = pytest.mark.asyncio
ARTICLES = {
    "khuyen-hoc-2021.txt": (
        "Hội nghị bàn việc khuyến học\n\n(Baothanhhoa.vn) - Sáng 12-3-2021, hội khuyến học tổ chức hội nghị tổng kết "
        "công tác khuyến học năm 2020. Ông Nguyễn Văn Lâm chủ trì hội nghị khuyến học tại Huế.\n"
    ),
    "nhin-lai-2021.txt": (
        "Nhìn lại một năm khuyến học\n\n(Baothanhhoa.vn) - Ngày 13-1-2022, hội khuyến học tổ chức hội nghị tổng kết "
        "công tác khuyến học năm 2021. Bà Trần Thị Hiền chủ trì hội nghị khuyến học tại Huế.\n"
    ),
    "lua-hue.txt": (
        "Huế được mùa lúa đông xuân\n\nNgày 5-5-2022, ngành nông nghiệp cho biết sản lượng lúa của Huế đạt "
        "170.000 tấn, cao nhất trong năm năm.\n"
    ),
    "lua-an-giang.txt": (
        "Nông dân An Giang xuống giống vụ mới\n\nNgày 9-5-2022, sở nông nghiệp cho biết sản lượng lúa của An Giang "
        "đạt 1,4 triệu tấn.\n"
    ),
    "giai-chay.txt": (
        "Khai mạc giải chạy Hồ Tây\n\nSáng 14-3-2021, giải chạy Hồ Tây khai mạc tại Hà Nội. Ông Đinh Văn Lợi làm "
        "trưởng ban tổ chức giải chạy Hồ Tây. Có 3.200 người dự giải.\n"
    ),
    "giai-chay-ke-lai.txt": (
        "Giải chạy Hồ Tây qua lời kể\n\nNhiều người còn nhớ ông Đinh Văn Lợi là trưởng ban tổ chức giải chạy Hồ Tây "
        "hồi tháng 3-2021. Đường chạy năm ấy vòng quanh hồ.\n"
    ),
}
RICE, AND_THERE = "Sản lượng lúa của Huế đạt bao nhiêu?", "còn An Giang?"


@pytest.fixture(scope="module")
def talks_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("talks")
    build_index(folder / "data", [write_corpus(folder / "corpus", ARTICLES)], default_encoder(folder))
    engine = Engine(folder / "data", default_encoder(folder))
    yield engine
    engine.close()


@pytest_asyncio.fixture(params=["polling", "webhook"])
async def talks_bot(
    api: BotApi, talks_engine: Engine, settings: Settings, request: pytest.FixtureRequest, unused_tcp_port: int
) -> AsyncIterator[RunningBot]:
    if request.param == "webhook":
        settings = webhook_settings(settings, unused_tcp_port)
    async with running(api, talks_engine, settings) as started:
        yield started


@pytest.mark.usefixtures("talks_bot")
async def test_half_a_question_goes_on_from_the_one_before_until_new(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    assert "170.000 tấn" in (await chat.ask(an, RICE)).marked("bold")[0]
    followed = await chat.ask(an, AND_THERE)
    assert followed.text.startswith("Mình hiểu câu hỏi là: Sản lượng lúa của An Giang đạt bao nhiêu?")
    assert "1,4 triệu tấn" in followed.marked("bold")[0]
    await chat.ask(an, "/new")
    assert "Mình hiểu câu hỏi là" not in (await chat.ask(an, AND_THERE)).text


@pytest.mark.usefixtures("talks_bot")
async def test_each_topic_of_a_forum_goes_on_from_its_own_question(api: BotApi) -> None:
    binh = api.user(12, "Bình")
    forum = api.forum(-1001000000001, "Diễn đàn")
    one, other = forum.open_topic("Nông nghiệp", binh), forum.open_topic("Thể thao", binh)

    async def ask(text: str, topic: int) -> Message:
        return await forum.wait_for_reply(await forum.send(binh, f"/ask {text}", topic=topic))

    await ask(RICE, one)
    assert "Đinh Văn Lợi" in (await ask("Ai là trưởng ban tổ chức giải chạy Hồ Tây?", other)).marked("bold")[0]
    followed = await ask(AND_THERE, one)
    assert (followed.thread_id, "1,4 triệu tấn" in followed.marked("bold")[0]) == (one, True)


@pytest.mark.usefixtures("talks_bot")
async def test_answer_that_two_articles_give_names_both(api: BotApi) -> None:
    an = api.user(11, "An")
    reply = await api.private_chat(an).ask(an, "Ai là trưởng ban tổ chức giải chạy Hồ Tây?")
    assert reply.text.split("\n")[0] == "Đinh Văn Lợi [1] [2]"
    assert all("Đinh Văn Lợi" in excerpt for excerpt in reply.marked("expandable_blockquote")[:2])


async def meanings(api: BotApi) -> tuple[Chat, Message, Message]:
    """Ask what has two meanings; return the chat, the answer, and the one that the button brings."""
    an = api.user(11, "An")
    chat = api.private_chat(an)
    reply = await chat.ask(an, "Ai chủ trì hội nghị năm 2021?")
    await chat.press(reply, "Hay bạn hỏi về: ")
    return chat, reply, await chat.wait_for_reply(reply)


@pytest.mark.usefixtures("talks_bot")
async def test_conference_held_in_a_year_answers_and_the_one_that_looks_back_on_it_is_a_button(api: BotApi) -> None:
    _, reply, other = await meanings(api)
    assert "Nguyễn Văn Lâm" in reply.marked("bold")[0]
    assert "Nhìn lại một năm khuyến học" in reply.button("Hay bạn hỏi về: ").text
    assert "Trần Thị Hiền" in other.marked("bold")[0]
    assert "Ngày 13-1-2022" in other.marked("expandable_blockquote")[0]


async def test_votes_in_the_chat_become_questions_for_evaluate(
    api: BotApi, talks_bot: RunningBot, capsys: pytest.CaptureFixture[str]
) -> None:
    chat, reply, other = await meanings(api)
    for message in (reply, other):
        assert await api.answer_of(await chat.press(message, "👍")) == "Cảm ơn bạn!"
    data_dir = talks_bot.settings.data_dir
    assert main(["feedback", "--data-dir", str(data_dir)]) == 0
    exported = data_dir / "gold.jsonl"
    exported.write_text(capsys.readouterr().out, encoding="utf-8")
    held, looks_back = read_questions(exported)
    assert (held.text, held.articles) == ("Ai chủ trì hội nghị năm 2021?", frozenset({"khuyen-hoc-2021.txt"}))
    assert (looks_back.text, looks_back.articles) == (held.text, frozenset({"nhin-lai-2021.txt"}))
    assert "Trần Thị Hiền" in looks_back.answers[0]


class ManyArticles(Wrapped):
    """Lists each article many times over, under an id of its own."""

    def articles(self) -> list[ArticleRecord]:
        return [replace(one, id=f"{n}-{one.id}") for n in range(3) for one in self.engine.articles()]


async def test_list_of_articles_is_turned_page_by_page(api: BotApi, talks_engine: Engine, settings: Settings) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    async with running(api, ManyArticles(talks_engine), settings):
        page = await chat.ask(an, "/sources")
        assert page.text.startswith("18 bài báo, mới nhất trước (trang 1/3):\n\n1. ")
        await chat.press(page, "▶")
        await chat.wait_for_edit(page)
        assert page.text.startswith("18 bài báo, mới nhất trước (trang 2/3):\n\n9. ")
        last = await chat.ask(an, "/sources 3")
        assert last.text.startswith("18 bài báo, mới nhất trước (trang 3/3):\n\n17. ")
        assert [button.text for button in last.buttons] == ["17", "18", "◀"]


@pytest.mark.usefixtures("talks_bot")
@pytest.mark.parametrize(
    "update",
    [
        {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0}},
        {"message_reaction": {"chat": {"id": 11, "type": "private"}, "message_id": 1, "date": 1}},
        {"a_kind_of_tomorrow": {"text": "Ai chủ trì hội nghị?"}},
        {"message": {"message_id": 7, "date": 1, "chat": {"id": 11, "type": "private"}, "a_kind_of_tomorrow": {}}},
    ],
)
async def test_update_of_an_unknown_kind_is_ignored(api: BotApi, update: dict[str, object]) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    api.inject(update)
    assert "170.000 tấn" in (await chat.ask(an, RICE)).text
    assert len(list(chat.replies())) == 1
