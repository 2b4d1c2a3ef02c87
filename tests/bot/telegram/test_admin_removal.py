"""/remove: only files of the folder of articles, only after a yes."""

import json
from dataclasses import replace

import pytest

from retrieval.index.builder import build_index
from tests.bot.telegram.admins import Premises, admin_of
from tests.bot.telegram.bots import running
from tests.bot.telegram.conftest import default_encoder
from tests.bot.telegram.test_admin_reindexing import ended
from tests.support.bot_api import BotApi
from tests.support.corpora import write_corpus

pytestmark = pytest.mark.asyncio


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_article_is_removed_after_a_yes(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    question = await chat.ask(admin, "/remove gia-vang.txt")
    assert question.text.startswith("Giá vàng tăng mạnh phiên đầu tuần\n")
    assert "Xoá tệp gia-vang.txt khỏi thư mục bài báo và bỏ bài này khỏi kho?" in question.text
    assert (premises.corpus / "gia-vang.txt").exists()
    await chat.press(question, "Xoá bài này")
    run = await chat.wait_for_reply(question)
    assert question.text == "Đã xoá gia-vang.txt khỏi thư mục bài báo."
    assert "Bỏ đi: 1\n– gia-vang.txt\n" in await ended(api, run)
    assert not (premises.corpus / "gia-vang.txt").exists()
    assert [article.id for article in premises.engine.articles()] == ["hoi-nghi.txt", "bong-da.txt"]
    await chat.press(question, "", data="xa:1:0")
    await chat.wait_for_edit(question, 2)
    assert question.text == "Mình không có bài nào như vậy. Bạn xem danh sách bằng /sources nhé."


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_article_is_kept_after_a_no(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    assert "\n3. Giá vàng tăng mạnh phiên đầu tuần\n" in (await chat.ask(admin, "/sources")).text
    question = await chat.ask(admin, "/remove 3")
    await chat.press(question, "Không, giữ nguyên")
    await chat.wait_for_edit(question)
    assert question.text == "Được rồi, mình giữ lại gia-vang.txt."
    assert len(list(premises.corpus.iterdir())) == 3


@pytest.mark.usefixtures("admin_bot", "quick_children")
@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("", "Bạn gõ mã hoặc số của bài sau lệnh"),
        ("khong-co.txt", "Mình không có bài nào như vậy."),
        ("../../etc/passwd", "Mình không có bài nào như vậy."),
        ("999", "Mình không có bài nào như vậy."),
        ("<b>", "Mình không có bài nào như vậy."),
    ],
)
async def test_what_is_no_article_is_not_removed(api: BotApi, wanted: str, expected: str) -> None:
    admin, chat = admin_of(api)
    assert (await chat.ask(admin, f"/remove {wanted}")).text.startswith(expected)


@pytest.mark.usefixtures("quick_children")
async def test_line_of_a_jsonl_file_is_not_removed_alone(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    line = {"id": "cho-tet", "text": "Chợ hoa Tết mở cửa từ ngày 20 tháng Chạp, có 150 gian hàng."}
    (premises.corpus / "tin.jsonl").write_text(f"\n{json.dumps(line)}\n", encoding="utf-8")
    build_index(premises.settings.data_dir, [premises.corpus], default_encoder(premises.settings.data_dir))
    async with running(api, premises.engine, premises.settings):
        reply = await chat.ask(admin, "/remove cho-tet")
    assert reply.text.startswith("Bài này là dòng 2 của tệp tin.jsonl, mình không xoá riêng được.")
    assert reply.buttons == []


@pytest.mark.usefixtures("quick_children")
async def test_file_outside_the_folder_is_not_removed(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api, "en")
    other = write_corpus(premises.corpus.parent / "khac")
    async with running(api, premises.engine, replace(premises.settings, corpus=other)):
        reply = await chat.ask(admin, "/remove gia-vang.txt")
    assert reply.text == f"This article is not in the bot's folder of articles ({other}), so I cannot remove it."


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_file_that_is_gone_already_is_told(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api, "en")
    question = await chat.ask(admin, "/remove gia-vang.txt")
    (premises.corpus / "gia-vang.txt").unlink()
    await chat.press(question, "Delete this article")
    await chat.wait_for_edit(question)
    assert question.text.startswith("The file of this article is no longer in the folder of articles.")


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_last_article_is_kept(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api, "en")
    question = await chat.ask(admin, "/remove gia-vang.txt")
    for name in ("bong-da.txt", "hoi-nghi.txt"):
        (premises.corpus / name).unlink()
    await chat.press(question, "Delete this article")
    await chat.wait_for_edit(question)
    assert question.text == "This is the last article, so I keep it. Please add another one first."
    assert [path.name for path in premises.corpus.iterdir()] == ["gia-vang.txt"]


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_old_question_no_longer_removes(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    question = await chat.ask(admin, "/remove gia-vang.txt")
    question.sent_at -= 3700
    press = await chat.press(question, "Xoá bài này")
    assert await api.answer_of(press) == "Nút này không còn dùng được. Bạn hãy hỏi lại nhé."
    assert (premises.corpus / "gia-vang.txt").exists()


@pytest.mark.usefixtures("admin_bot")
async def test_remove_in_a_group_is_pointed_to_the_private_chat(api: BotApi) -> None:
    admin, _ = admin_of(api)
    reply = await api.group(-1001234, "Toà soạn").ask(admin, "/remove gia-vang.txt")
    assert reply.text == "Lệnh này bạn dùng trong cuộc trò chuyện riêng với mình nhé."
