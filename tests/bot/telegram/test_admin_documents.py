"""Documents that administrators send, from the file to the answer, and what is not taken."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from bot.telegram.admin import uploads
from tests.bot.telegram.admins import DirectedChild, Premises, admin_of, inspect_in_a_thread
from tests.bot.telegram.bots import RunningBot, running
from tests.bot.telegram.test_admin_reindexing import REPORT, ended
from tests.support.bot_api import BotApi, Chat, Message, User

pytestmark = pytest.mark.asyncio
WEATHER = (
    "Bão số 4 đổ bộ vào Quảng Bình\n\n"
    "Thứ Bảy, 14/9/2024, 10:30\n\n"
    "(Báo Thời tiết) - Sáng 14-9-2024, bão số 4 đổ bộ vào tỉnh Quảng Bình với sức gió mạnh nhất cấp 11, theo đài khí "
    "tượng thuỷ văn khu vực. Chính quyền địa phương đã đưa 12.450 người dân vùng ven biển đến nơi an toàn.\n"
)
CHILD_SECONDS = 90.0  # a process of its own starts in three, but has the lowest priority
QUESTION = "Bao nhiêu người dân vùng ven biển được đưa đến nơi an toàn?"


async def sent(chat: Chat, user: User, content: str, name: str) -> Message:
    """Return the bot's reply to a document."""
    return await chat.wait_for_reply(await chat.send_document(user, content.encode(), name), CHILD_SECONDS)


def waiting(premises: Premises) -> list[Path]:
    """Return the files in the inbox."""
    return sorted(path for path in (premises.settings.data_dir / uploads.INBOX_DIR).rglob("*") if path.is_file())


@pytest.mark.parametrize("admin_bot", ["webhook"], indirect=True)  # one of both: it takes seconds
@pytest.mark.usefixtures("admin_bot")
async def test_document_is_shown_as_it_will_be_indexed_then_added_and_answers(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    preview = await sent(chat, admin, WEATHER, "bão số 4.txt")
    assert preview.text.startswith(
        "Tệp này sẽ được đưa vào kho như sau:\nbão số 4.txt\n\nTiêu đề: Bão số 4 đổ bộ vào Quảng Bình\nBáo: "
    )
    assert "\nNgày đăng: 14/09/2024 (theo dòng ngày giờ: “" in preview.text
    assert "\n1 đoạn, " in preview.text
    assert preview.marked("expandable_blockquote")[0].startswith("Bão số 4 đổ bộ vào Quảng Bình\n\n")
    assert not (premises.corpus / "bão số 4.txt").exists()
    await chat.press(preview, "Thêm vào kho")
    run = await chat.wait_for_reply(preview)
    assert preview.text == "Đã thêm bão số 4.txt vào thư mục bài báo."
    assert "Thêm mới: 1\n– bão số 4.txt\n" in await ended(api, run)
    assert "12.450" in (await chat.ask(admin, QUESTION)).text
    assert waiting(premises) == []


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_file_of_the_same_name_is_replaced_only_by_its_own_button(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    preview = await sent(chat, admin, WEATHER, "gia-vang.txt")
    assert "– thư mục đã có tệp cùng tên; nếu thay, tệp cũ sẽ mất" in preview.text
    assert [button.text for button in preview.buttons] == ["Thay tệp cũ", "Bỏ tệp này"]
    await chat.press(preview, "Thay tệp cũ")
    run = await chat.wait_for_reply(preview)
    assert "Thay đổi: 1\n– gia-vang.txt\n" in await ended(api, run)
    assert (premises.corpus / "gia-vang.txt").read_text(encoding="utf-8") == WEATHER


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_name_that_was_taken_meanwhile_is_asked_about(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    preview = await sent(chat, admin, WEATHER, "bao.txt")
    (premises.corpus / "bao.txt").write_text("Đã có từ trước\n", encoding="utf-8")
    await chat.press(preview, "Thêm vào kho")
    await chat.wait_for_edit(preview)
    assert preview.text == "Vừa có tệp cùng tên bao.txt trong thư mục. Bạn có muốn thay tệp đó không?"
    assert (premises.corpus / "bao.txt").read_text(encoding="utf-8") == "Đã có từ trước\n"
    await chat.press(preview, "Bỏ tệp này")
    await chat.wait_for_edit(preview, 2)
    assert preview.text == "Đã bỏ bao.txt, không đưa vào kho."
    assert waiting(premises) == []
    press = await chat.press(preview, "", data="ua:1:0")
    assert await api.answer_of(press) == ("Tệp này đã được xử lý hoặc để quá lâu. Bạn gửi lại nếu vẫn cần nhé.")


@pytest.mark.usefixtures("quick_children")
async def test_buttons_of_a_document_work_after_a_restart(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    async with running(api, premises.engine, premises.settings):
        preview = await sent(chat, admin, WEATHER, "bao.txt")
    async with running(api, premises.engine, premises.settings):
        await chat.press(preview, "Thêm vào kho")
        run = await chat.wait_for_reply(preview)
        assert "Thêm mới: 1\n– bao.txt\n" in await ended(api, run)


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_document_from_anyone_else_is_refused(
    api: BotApi, premises: Premises, caplog: pytest.LogCaptureFixture
) -> None:
    binh = api.user(12, "Bình", "en")
    reply = await sent(api.private_chat(binh), binh, WEATHER, "bao.txt")
    assert reply.text.startswith("Only those who run this bot can do that.")
    assert "user 12 in chat 12 tried to add a document and is no administrator" in caplog.messages
    assert waiting(premises) == []


@pytest.mark.usefixtures("admin_bot", "quick_children")
@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("tin.jsonl", "{}", "I take these files: .txt .md .markdown .html .htm .pdf .docx. Please send it again"),
        ("chay.exe", "MZ", "I take these files: "),
        ("khong-duoi", "abc", "I take these files: "),
        ("rong.txt", "  \n ", "This file cannot be added:\nis empty: put the article there or remove the file"),
        ("hong <b>.pdf", "not a PDF", "This file cannot be added:\nis not a PDF although its name says so"),
        ("hong.docx", "not a document", "This file cannot be added:\nis damaged"),
    ],
)
async def test_document_that_cannot_be_an_article_is_told_why(
    api: BotApi, premises: Premises, name: str, content: str, expected: str
) -> None:
    admin, chat = admin_of(api, "en")
    assert (await sent(chat, admin, content, name)).text.startswith(expected)
    assert waiting(premises) == []


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_document_over_the_limit_is_not_fetched(api: BotApi) -> None:
    admin, chat = admin_of(api)
    message = await chat.send_document(admin, b"x", "lon.pdf", size_bytes=20 * 1024 * 1024 + 1)
    assert (await chat.wait_for_reply(message)).text.startswith("Tệp này lớn hơn 20 MB")
    assert api.journal.of("getFile") == []


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_document_that_cannot_be_fetched_is_asked_for_again(
    api: BotApi, monkeypatch: pytest.MonkeyPatch, premises: Premises
) -> None:
    monkeypatch.setattr(uploads, "_TRY_PAUSE_SECONDS", 0.01)
    admin, chat = admin_of(api)
    api.drop_connection("getFile", times=3)
    reply = await sent(chat, admin, WEATHER, "bao.txt")
    assert reply.text == "Mình không tải được tệp này từ Telegram. Bạn gửi lại giúp mình nhé."
    api.drop_connection("getFile")
    assert (await sent(chat, admin, WEATHER, "bao.txt")).text.startswith("Tệp này sẽ được đưa vào kho")
    assert len(waiting(premises)) == 1


@pytest.mark.usefixtures("quick_children")
async def test_folder_that_cannot_take_files_is_named(
    api: BotApi, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin, chat = admin_of(api, "en")
    file = premises.corpus / "gia-vang.txt"
    async with running(api, premises.engine, replace(premises.settings, corpus=file)):
        reply = await sent(chat, admin, WEATHER, "bao.txt")
        assert reply.text == f"I cannot add articles: {file} is not a folder (HOIDAP_CORPUS)."
    monkeypatch.setattr("os.access", lambda *_: False)
    async with running(api, premises.engine, premises.settings):
        reply = await sent(chat, admin, WEATHER, "bao.txt")
        assert f"the bot may not write to the folder {premises.corpus} (HOIDAP_CORPUS)" in reply.text


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_preview_warns_of_what_is_odd(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api, "en")
    same = (premises.corpus / "hoi-nghi.txt").read_text(encoding="utf-8")
    preview = await sent(chat, admin, same, "ban-sao.txt")
    assert "– the text is the same as that of hoi-nghi.txt, which I have already" in preview.text
    assert "– the date is inferred, the article does not state it" in preview.text
    preview = await sent(chat, admin, "Một câu rất ngắn về thời tiết hôm nay.", "ngan.txt")
    notes = preview.text.partition("Please note:\n")[2].split("\n")
    assert notes == [
        "– the newspaper is unknown",
        "– no date was found; questions about a time may miss this article",
        "– the article is very short; the file may lack some of it",
    ]


async def test_old_documents_are_swept(api: BotApi, premises: Premises, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "inspect", inspect_in_a_thread)
    admin, chat = admin_of(api)
    async with running(api, premises.engine, premises.settings):
        old = await sent(chat, admin, WEATHER, "cu.txt")
    (file,) = waiting(premises)
    long_ago = file.stat().st_mtime - uploads.KEPT_SECONDS - 60
    os.utime(file.parent, (long_ago, long_ago))
    async with running(api, premises.engine, premises.settings) as bot:
        new = await sent(chat, admin, WEATHER, "moi.txt")
        bot.store.db.execute("UPDATE upload SET received_at = ? WHERE file_name = 'cu.txt'", [long_ago])
    async with running(api, premises.engine, premises.settings):
        await chat.ask(admin, "/status")
        press = await chat.press(old, "Thêm vào kho")
        assert (await api.answer_of(press)).startswith("Tệp này đã được xử lý hoặc để quá lâu.")
    assert [path.name for path in waiting(premises)] == ["moi.txt"]
    assert new.buttons != []


@pytest.mark.usefixtures("quick_children")
async def test_document_sent_in_a_group_is_left_alone(api: BotApi, admin_bot: RunningBot, premises: Premises) -> None:
    admin, chat = admin_of(api)
    group = api.group(-1001234, "Toà soạn")
    group.set_bot_status("administrator")  # it sees everything now
    await group.send_document(admin, WEATHER.encode(), "bao.txt")
    await chat.ask(admin, "/status")
    assert list(group.replies()) == []
    assert waiting(premises) == []
    assert admin_bot.store.db.table("upload").count == 0


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_why_a_document_cannot_be_read_is_told_in_vietnamese(api: BotApi) -> None:
    admin, chat = admin_of(api)
    reply = await sent(chat, admin, "not a PDF", "hong.pdf")
    assert reply.text == "Tệp này không đưa vào kho được:\ntệp không phải PDF dù tên ghi như vậy"


@pytest.mark.usefixtures("admin_bot")
async def test_document_that_takes_too_long_to_read_is_given_up(
    api: BotApi, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "INSPECT_SECONDS", 0.2)
    admin, chat = admin_of(api, "en")
    reply = await sent(chat, admin, WEATHER, "bao.txt")
    assert reply.text == "Reading this file took too long, so I stopped; it is not added."
    assert waiting(premises) == []


@pytest.mark.usefixtures("admin_bot", "quick_children")
async def test_forget_takes_back_a_document_that_waits(api: BotApi) -> None:
    admin, chat = admin_of(api)
    preview = await sent(chat, admin, WEATHER, "bao.txt")
    await chat.ask(admin, "/forget")
    press = await chat.press(preview, "Thêm vào kho")
    assert (await api.answer_of(press)).startswith("Tệp này đã được xử lý hoặc để quá lâu.")


@pytest.mark.usefixtures("admin_bot")
async def test_document_added_during_a_run_is_indexed_right_after_it(
    api: BotApi, premises: Premises, child: DirectedChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "inspect", inspect_in_a_thread)
    admin, chat = admin_of(api)
    first = await chat.ask(admin, "/reindex")
    preview = await sent(chat, admin, WEATHER, "bao.txt")
    await chat.press(preview, "Thêm vào kho")
    queued = await chat.wait_for_reply(preview)
    assert queued.text == "Đang có một lượt cập nhật; xong lượt này mình sẽ cập nhật tiếp ngay."
    child.queue.put_nowait(REPORT)
    await ended(api, first)
    second = await chat.wait_for_reply(queued)
    child.queue.put_nowait(REPORT)
    await ended(api, second)
    assert len(child.jobs) == 2
    assert (premises.corpus / "bao.txt").exists()
