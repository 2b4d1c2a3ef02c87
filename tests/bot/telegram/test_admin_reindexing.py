"""/reindex and /cancel: with a real process of its own, and with one that the test directs."""

import asyncio
import logging
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.telegram.admin import run_display
from bot.telegram.admin.jobs import Failed, Fault, Indexed, Names, Stage
from bot.telegram.places import Place
from bot.telegram.state.admin import RunMessage, note_run_message, run_messages
from retrieval.index.builder import _locked, build_index, is_indexing
from tests.bot.telegram.admins import ADMIN_ID, DirectedChild, Premises, admin_of
from tests.bot.telegram.bots import eventually, running
from tests.bot.telegram.conftest import default_encoder
from tests.bot.telegram.processes import bot_process
from tests.support.bot_api import BotApi, Message, too_many_requests
from tests.support.corpora import write_corpus

pytestmark = pytest.mark.asyncio
# As much text as takes seconds to embed, so that a run is still at work when a test does something to it.
MANY = {
    f"tin-{n}.txt": f"Tin số {n}\n\n"
    + " ".join(f"Xã thứ {n} đã trồng {n * 7 + year} ha rừng trong năm {year}." for year in range(2009, 2021))
    for n in range(45)
}
REPORT = Indexed(generation=2, added=Names(1, ("moi.txt",)), n_unchanged=3, n_passages=4, seconds=1.0)


async def ended(api: BotApi, message: Message) -> str:
    """Return what is said once a run is over: its message has no button then.

    A message that can be edited no more points at the one below, which has the report.
    """
    await api.wait_until(lambda: message.n_edits and not message.buttons, 120, f"the end of {message.text!r}")
    if not message.text.endswith("tin nhắn bên dưới."):
        return message.text
    return (await message.chat.wait_for_reply(after=message)).text


@pytest.mark.parametrize("admin_bot", ["webhook"], indirect=True)  # one of both: it takes seconds
@pytest.mark.usefixtures("admin_bot")
async def test_reindex_tells_what_it_did_and_interrupts_no_answer(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    corpus = premises.corpus
    changes = {
        "lúa <b>&amp;.txt": "Lúa được mùa\n\nVụ này nông dân xã Đông Hoà thu 70 tạ lúa mỗi ha.\n",
        "gia-vang.txt": "Giá vàng giảm\n\nNgày 6-6-2023, giá vàng miếng giảm 300.000 đồng mỗi lượng.\n",
    }
    write_corpus(corpus, changes)
    (corpus / "bong-da.txt").unlink()
    (corpus / "hỏng.pdf").write_bytes(b"not a PDF")
    run = await chat.ask(admin, "/reindex")
    assert run.text.startswith("Đang cập nhật kho bài báo\n")
    async with asyncio.timeout(120):
        while run.buttons:  # whoever asks meanwhile gets the same answer, from either generation
            reader = api.user(1000 + len(api.state.users), "Bạn đọc")
            answer = await api.private_chat(reader).ask(reader, "Ai chủ trì hội nghị?")
            assert "Nguyễn Văn An" in answer.text
            await asyncio.sleep(0.2)
    assert len(api.state.users) >= 3
    report = await ended(api, run)
    assert report.startswith(
        "Đã cập nhật xong kho bài báo\n"
        "\nThêm mới: 1\n– lúa <b>&amp;.txt\n"
        "\nThay đổi: 1\n– gia-vang.txt\n"
        "\nBỏ đi: 1\n– bong-da.txt\n"
        "\nKhông đọc được: 1\n– hỏng.pdf: tệp không phải PDF dù tên ghi như vậy\n"
    )
    assert "\n\nGiữ nguyên 1 bài. Kho có 3 đoạn, bản số 2, mất " in report
    answer = await chat.ask(admin, "Nông dân Đông Hoà thu bao nhiêu tạ lúa?")
    assert "70 tạ lúa" in answer.text
    assert premises.generation == 2


@pytest.mark.parametrize("admin_bot", ["polling"], indirect=True)  # one of both: it takes seconds
@pytest.mark.usefixtures("admin_bot")
async def test_run_is_cancelled_and_questions_are_answered_meanwhile(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    write_corpus(premises.corpus, MANY)
    run = await chat.ask(admin, "/reindex")
    answer = await chat.ask(admin, "Ai chủ trì hội nghị?")
    assert "Nguyễn Văn An" in answer.text
    await chat.wait_for_edit(run, 1, 90)
    assert run.buttons != []  # it is still at work
    assert (await chat.ask(admin, "/cancel")).text == "Mình đang dừng lượt cập nhật."
    assert await ended(api, run) == "Đã dừng theo yêu cầu. Kho bài báo vẫn như trước khi cập nhật."
    assert premises.generation == 1
    assert not is_indexing(premises.settings.data_dir)


@pytest.mark.usefixtures("admin_bot")
async def test_progress_edits_one_message_not_too_often_and_never_without_need(
    api: BotApi, child: DirectedChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_display, "EDIT_SECONDS", 0.3)
    admin, chat = admin_of(api)
    run = await chat.ask(admin, "/reindex")
    for done in range(12):
        child.queue.put_nowait(Stage("embed", min(done, 8), 12))
        await asyncio.sleep(0.1)
    assert "Xử lý đoạn mới: " in run.text
    assert "▓▓▓▓" in run.text
    child.queue.put_nowait(REPORT)
    assert (await ended(api, run)).startswith("Đã cập nhật xong kho bài báo\n\nThêm mới: 1\n– moi.txt\n")
    edits = api.journal.of("editMessageText", ADMIN_ID)
    gaps = [later.at - earlier.at for earlier, later in pairwise(edits)]
    assert len(edits) >= 3
    assert min(gaps) >= 0.29
    assert api.journal.refused == []
    assert len(list(chat.replies())) == 1


@pytest.mark.usefixtures("admin_bot")
async def test_second_reindex_is_told_that_one_runs(api: BotApi, child: DirectedChild) -> None:
    admin, chat = admin_of(api)
    run = await chat.ask(admin, "/reindex")
    child.queue.put_nowait(Stage("read", 3, 9))
    await asyncio.sleep(0.1)
    second = await chat.ask(admin, "/reindex")
    assert second.text.startswith("Đang có một lượt cập nhật rồi (Đọc tệp: 3/9).")
    await chat.press(run, "Dừng lại")
    assert await ended(api, run) == "Đã dừng theo yêu cầu. Kho bài báo vẫn như trước khi cập nhật."
    assert len(child.jobs) == 1


@pytest.mark.usefixtures("admin_bot")
async def test_run_of_another_program_is_told_of_and_cannot_be_stopped(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    with _locked(premises.settings.data_dir):
        run = await chat.ask(admin, "/reindex")
        assert (await ended(api, run)).startswith("Một chương trình khác đang cập nhật kho bài báo")
        assert (await chat.ask(admin, "/cancel")).text.startswith("Có một lượt cập nhật do chương trình khác chạy")
        assert "Một chương trình khác đang cập nhật kho" in (await chat.ask(admin, "/status")).text
    assert (await chat.ask(admin, "/cancel")).text == "Hiện không có lượt cập nhật nào đang chạy."


@pytest.mark.usefixtures("admin_bot", "child")
@pytest.mark.parametrize("command", ["reindex", "cancel", "status", "unanswered", "remove hoi-nghi.txt"])
async def test_everyone_else_is_refused_and_the_try_is_logged(
    api: BotApi, caplog: pytest.LogCaptureFixture, command: str
) -> None:
    caplog.set_level(logging.WARNING)
    binh = api.user(12, "Bình")
    reply = await api.private_chat(binh).ask(binh, f"/{command}")
    assert reply.text == "Việc này chỉ người quản lý bot mới làm được. Bạn cứ gõ câu hỏi, mình trả lời nhé."
    assert f"user 12 in chat 12 tried /{command.split(maxsplit=1)[0]} and is no administrator" in caplog.messages


@pytest.mark.parametrize("admins", [frozenset(), frozenset({1087968824}), frozenset({ADMIN_ID})])
async def test_anonymous_admin_of_a_group_is_never_an_administrator(
    api: BotApi, premises: Premises, child: DirectedChild, admins: frozenset[int]
) -> None:
    group = api.group(-1001234, "Toà soạn")
    async with running(api, premises.engine, replace(premises.settings, telegram_admins=admins)):
        command = await group.post_anonymously("/reindex@hoidap_bot")
        assert (await group.wait_for_reply(command)).text.startswith("Việc này chỉ người quản lý bot mới làm được.")
    assert child.jobs == []


async def test_without_a_list_nobody_is_an_administrator(api: BotApi, premises: Premises, child: DirectedChild) -> None:
    admin, chat = admin_of(api, "en")
    async with running(api, premises.engine, replace(premises.settings, telegram_admins=frozenset())):
        assert (await chat.ask(admin, "/reindex")).text.startswith("Only those who run this bot can do that.")
    assert child.jobs == []


@pytest.mark.usefixtures("admin_bot")
async def test_edited_command_of_an_administrator_does_nothing(api: BotApi, child: DirectedChild) -> None:
    admin, chat = admin_of(api)
    message = await chat.send(admin, "/help")
    await chat.wait_for_reply(message)
    await chat.edit(message, "/reindex")
    await chat.ask(admin, "/status")
    assert child.jobs == []
    assert len(list(chat.replies())) == 2


@pytest.mark.usefixtures("admin_bot")
async def test_reindex_works_in_a_group_for_an_administrator(api: BotApi, child: DirectedChild) -> None:
    admin, _ = admin_of(api)
    group = api.group(-1001234, "Toà soạn")
    run = await group.ask(admin, "/reindex@hoidap_bot")
    child.queue.put_nowait(REPORT)
    assert (await ended(api, run)).startswith("Đã cập nhật xong kho bài báo")


@pytest.mark.usefixtures("admin_bot")
@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.CORPUS, "There are no articles in the folder"),
        (Fault.INDEX, "The index is damaged."),
        (Fault.MODEL, "The model cannot be used."),
        (Fault.DISK, "The disk cannot be written to"),
        (Fault.CRASH, "The update failed and has stopped"),
    ],
)
async def test_failed_run_says_what_is_useful_and_logs_the_rest(
    api: BotApi, child: DirectedChild, caplog: pytest.LogCaptureFixture, fault: Fault, expected: str
) -> None:
    admin, chat = admin_of(api, "en")
    run = await chat.ask(admin, "/reindex")
    child.queue.put_nowait(Failed(fault, "/srv/secret/path: trouble"))
    text = await ended(api, run)
    assert text.startswith(expected)
    assert "/srv/secret" not in text
    assert f"indexing failed ({fault}): /srv/secret/path: trouble" in caplog.messages


@pytest.mark.usefixtures("admin_bot")
async def test_report_goes_out_as_a_message_where_the_other_was_deleted(api: BotApi, child: DirectedChild) -> None:
    admin, chat = admin_of(api)
    run = await chat.ask(admin, "/reindex")
    run.deleted = True
    child.queue.put_nowait(REPORT)
    assert (await chat.wait_for_reply(run)).text.startswith("Đã cập nhật xong kho bài báo")


@pytest.mark.usefixtures("admin_bot")
async def test_report_of_a_long_run_is_a_message_of_its_own(
    api: BotApi, child: DirectedChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_display, "LONG_RUN_SECONDS", 0.0)
    admin, chat = admin_of(api)
    run = await chat.ask(admin, "/reindex")
    child.queue.put_nowait(REPORT)
    report = await chat.wait_for_reply(run)
    assert report.text.startswith("Đã cập nhật xong kho bài báo")
    assert run.text == "Đã cập nhật xong, kết quả ở tin nhắn bên dưới."


async def test_bot_that_stops_stops_the_run_and_says_so(api: BotApi, premises: Premises, child: DirectedChild) -> None:
    admin, chat = admin_of(api)
    async with running(api, premises.engine, premises.settings):
        run = await chat.ask(admin, "/reindex")
    assert run.text.startswith("Lượt cập nhật này dừng vì bot đang tắt.")
    assert child.was_stopped


async def test_run_that_a_crash_cut_off_is_told_of_at_the_next_start(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    async with running(api, premises.engine, premises.settings) as bot:
        message = await chat.ask(admin, "/status")
        note_run_message(bot.store.db, RunMessage(Place(chat.id), message.id, "vi"))
    async with running(api, premises.engine, premises.settings) as bot:
        await chat.wait_for_edit(message)
        await eventually(lambda: run_messages(bot.store.db) == [])
    assert message.text.startswith("Lượt cập nhật này bị ngắt giữa chừng vì bot khởi động lại.")


async def test_index_made_from_elsewhere_is_replaced_only_after_a_question(
    api: BotApi, premises: Premises, child: DirectedChild
) -> None:
    admin, chat = admin_of(api)
    other = write_corpus(premises.corpus.parent / "thư mục khác")
    async with running(api, premises.engine, replace(premises.settings, corpus=other)):
        question = await chat.ask(admin, "/reindex")
        assert f"Kho hiện nay được lập từ:\n{premises.corpus}\n\nThư mục đang đặt cho bot là:\n{other}" in question.text
        assert child.jobs == []
        await chat.press(question, "Cập nhật theo thư mục này")
        run = await chat.wait_for_reply(question)
        child.queue.put_nowait(REPORT)
        await ended(api, run)
        assert [job.roots for job in child.jobs] == [(other,)]
        again = await chat.ask(admin, "/reindex")
        await chat.press(again, "Không, giữ nguyên")
        await chat.wait_for_edit(again)
        assert again.text == "Được rồi, mình giữ nguyên kho bài báo."


async def test_further_folders_of_the_index_are_kept(api: BotApi, premises: Premises, child: DirectedChild) -> None:
    admin, chat = admin_of(api)
    other = write_corpus(premises.corpus.parent / "khac", {"khac.txt": "Chuyện khác\n\nMột bài về chuyện khác hẳn.\n"})
    build_index(premises.settings.data_dir, [premises.corpus, other], default_encoder(premises.settings.data_dir))
    async with running(api, premises.engine, premises.settings):
        run = await chat.ask(admin, "/reindex")
        child.queue.put_nowait(REPORT)
        await ended(api, run)
    assert [job.roots for job in child.jobs] == [(premises.corpus, other)]


async def test_run_ends_with_a_bot_that_is_killed(api: BotApi, premises: Premises) -> None:
    admin, chat = admin_of(api)
    data_dir = premises.settings.data_dir
    write_corpus(premises.corpus, MANY)
    settings = {"HOIDAP_CORPUS": str(premises.corpus), "TELEGRAM_ADMINS": str(ADMIN_ID)}
    async with bot_process(api, data_dir, **settings) as process:
        run = await chat.ask(admin, "/reindex", 60)
        await eventually(lambda: is_indexing(data_dir), 60)
        process.kill()
        await eventually(lambda: not is_indexing(data_dir), 20)
    assert premises.generation == 1
    async with running(api, premises.engine, premises.settings):
        await api.wait_until(lambda: "bị ngắt giữa chừng" in run.text)


@pytest.mark.usefixtures("admin_bot")
async def test_edits_that_come_too_fast_are_made_again(
    api: BotApi, child: DirectedChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_display, "EDIT_SECONDS", 0.1)
    admin, chat = admin_of(api)
    api.fail_next("editMessageText", too_many_requests(1), 2)
    run = await chat.ask(admin, "/reindex")
    child.queue.put_nowait(Stage("read", 1, 2))
    await chat.wait_for_edit(run)
    child.queue.put_nowait(REPORT)
    assert (await ended(api, run)).startswith("Đã cập nhật xong kho bài báo")
    assert len(api.journal.refused) == 2


@pytest.mark.usefixtures("admin_bot")
async def test_cancel_also_takes_back_the_run_that_waits(api: BotApi, child: DirectedChild, premises: Premises) -> None:
    admin, chat = admin_of(api)
    run = await chat.ask(admin, "/reindex")
    question = await chat.ask(admin, "/remove gia-vang.txt")
    await chat.press(question, "Xoá bài này")
    await chat.wait_for_reply(question)
    await chat.ask(admin, "/cancel")
    await ended(api, run)
    await chat.ask(admin, "/status")
    assert len(child.jobs) == 1
    assert premises.generation == 1
