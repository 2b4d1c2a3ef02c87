"""The demonstration as a person uses it, in a browser: the real bot behind it, on a handful of articles."""

import json
import signal
from pathlib import Path

import pytest

from tests.demo.articles import LIBRARIAN, LIBRARY_URL, write_articles
from tests.support.chromium import Page
from tests.support.demo.running import demo_running

LAST = "[...document.querySelectorAll('.message.theirs')].at(-1)"
ASKED = "Ai là giám đốc thư viện huyện Lâm Sơn?"


async def ask(page: Page, text: str) -> None:
    """Type a message and wait for the bot's next one."""
    newest = await page.value(f"Number({LAST}?.dataset.id ?? 0)")
    await write(page, text)
    await page.until(f"Number({LAST}?.dataset.id ?? 0) > {newest}")


async def write(page: Page, text: str) -> None:
    await page.click("document.getElementById('question')")
    await page.write(text)
    await page.press("Enter")
    await page.until(f"[...document.querySelectorAll('.mine .text')].at(-1)?.textContent === {json.dumps(text)}")


async def bold(page: Page) -> str:
    return str(await page.value(f"{LAST}.querySelector('b').textContent"))


@pytest.mark.asyncio
async def test_answer_stands_in_bold_above_its_excerpt(page: Page) -> None:
    await ask(page, ASKED)
    assert LIBRARIAN in await bold(page)
    assert LIBRARIAN in await page.value(f"{LAST}.querySelector('blockquote u').textContent")
    assert "Báo Làng · 06/09/2024" in await page.value(f"{LAST}.innerText")


@pytest.mark.asyncio
async def test_excerpt_is_folded_until_it_is_unfolded_by_keyboard(page: Page) -> None:
    await ask(page, ASKED)
    hidden = f"{LAST}.querySelector('.quoted').scrollHeight - {LAST}.querySelector('.quoted').clientHeight"
    assert await page.value(hidden) > 20
    await page.value(f"{LAST}.querySelector('.unfold').focus()")
    await page.press("Enter")
    assert await page.value(hidden) <= 0
    assert await page.value(f"{LAST}.querySelector('.unfold').getAttribute('aria-expanded')") == "true"


@pytest.mark.asyncio
async def test_question_without_marks_is_answered(page: Page) -> None:
    await ask(page, "ai la giam doc thu vien huyen Lam Son")
    assert LIBRARIAN in await bold(page)


@pytest.mark.asyncio
async def test_english_question_is_answered_in_the_articles_words(page: Page) -> None:
    await ask(page, "Who is the director of the library of Lâm Sơn?")
    assert LIBRARIAN in await bold(page)
    assert "6 September 2024" in await page.value(f"{LAST}.innerText")


@pytest.mark.asyncio
async def test_question_without_an_answer_is_refused_with_the_nearest_passages(page: Page) -> None:
    await ask(page, "Ai phát minh ra máy bay phản lực?")
    assert "Những đoạn gần với câu hỏi nhất:" in await page.value(f"{LAST}.innerText")
    assert await page.value(f"{LAST}.querySelector('u')") is None


@pytest.mark.asyncio
async def test_button_brings_more_passages(page: Page) -> None:
    await ask(page, "Xã nào làm đường bê tông?")
    await page.click(f"[...{LAST}.querySelectorAll('.keys button')].find((key) => key.textContent === 'Đoạn khác')")
    await page.until(f"{LAST}.textContent.includes('Những đoạn liên quan khác')")
    assert await page.value(f"{LAST}.querySelectorAll('blockquote').length") >= 1


@pytest.mark.asyncio
async def test_vote_is_thanked_for(page: Page) -> None:
    await ask(page, ASKED)
    await page.click(f"[...{LAST}.querySelectorAll('.keys button')].find((key) => key.textContent.includes('👍'))")
    assert await page.until("document.getElementById('toast').textContent") == "Cảm ơn bạn!"


@pytest.mark.asyncio
async def test_button_with_an_address_is_a_link_to_it(page: Page) -> None:
    await ask(page, ASKED)
    link = f"[...{LAST}.querySelectorAll('.keys a')].find((key) => key.href.includes('thu-vien'))"
    assert await page.value(f"{link}.href") == LIBRARY_URL
    assert await page.value(f"[{link}.target, {link}.rel]") == ["_blank", "noopener noreferrer"]


@pytest.mark.asyncio
async def test_edited_question_has_its_answer_changed_in_place(page: Page) -> None:
    await ask(page, "Xã Sao Mai làm bao nhiêu km đường?")
    number = await page.value(f"{LAST}.dataset.id")
    await page.click("[...document.querySelectorAll('.mine .meta button')].at(-1)")
    await page.value("document.getElementById('question').select()")
    await page.write(ASKED)
    await page.press("Enter")
    await page.until(f"{LAST}.querySelector('b')?.textContent.includes('{LIBRARIAN}')")
    assert await page.value(f"{LAST}.dataset.id") == number
    assert await page.value("[...document.querySelectorAll('.mine .text')].at(-1).textContent") == ASKED


@pytest.mark.asyncio
async def test_markup_of_a_person_or_an_article_is_shown_and_not_run(page: Page) -> None:
    await ask(page, "Chợ <img src=x onerror='window.broken=1'> có bao nhiêu sạp <b>hàng</b>?")
    assert "<script>window.broken=1</script>" in await page.value(f"{LAST}.textContent")
    assert await page.value("document.querySelectorAll('#log img, #log script').length") == 0
    assert await page.value("typeof window.broken") == "undefined"


@pytest.mark.asyncio
async def test_group_is_answered_by_command_and_its_talk_is_left_alone(page: Page) -> None:
    await page.click("document.querySelector('[data-room=group]')")
    await write(page, ASKED)
    await ask(page, f"/hoi {ASKED}")
    assert LIBRARIAN in await bold(page)
    assert await page.value(f"{LAST}.querySelector('.sender').textContent") == "Hỏi đáp"
    quoted = await page.value(f"{LAST}.querySelector('.replied').textContent")
    assert quoted.startswith("An: /hoi")


@pytest.mark.asyncio
async def test_menu_has_the_commands_of_the_room_in_the_language_chosen(page: Page) -> None:
    names = "[...document.querySelectorAll('#commands b')].map((name) => name.textContent)"
    words = "document.getElementById('commands').textContent"
    await page.click("document.getElementById('menu')")
    await page.until(f"{names}.includes('/sources')")
    assert "Danh sách bài báo" in await page.value(words)
    await page.press("Escape")
    await page.click("document.getElementById('language')")
    await page.until("document.documentElement.lang === 'en'")
    await page.click("document.querySelector('[data-room=admin]')")
    await page.click("document.getElementById('menu')")
    assert "/reindex" in await page.until(names)
    assert "Danh sách bài báo" not in await page.value(words)
    await page.click("document.getElementById('language')")
    await page.until("document.documentElement.lang === 'vi'")


def test_ctrl_c_ends_bot_and_server(indexed: Path, tmp_path: Path) -> None:
    with demo_running(write_articles(tmp_path / "corpus"), indexed) as demo:
        demo.process.send_signal(signal.SIGINT)
        stdout, stderr = demo.process.communicate(timeout=40)
    assert (demo.process.returncode, stdout) == (0, "The demo has ended.\n")
    assert "Traceback" not in stderr
