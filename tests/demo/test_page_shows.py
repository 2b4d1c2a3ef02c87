"""What the page makes of what the bot sends: the test plays the bot, by calls to the Bot API."""

from typing import Any

import pytest

from tests.bot_api.calling import result_of
from tests.support.bot_api import BotApi
from tests.support.chromium import Page
from tests.support.demo.stage import ADMIN_ID

pytestmark = pytest.mark.asyncio
READER_ID = 1001
LAST = "[...document.querySelectorAll('.message')].at(-1)"


async def say(api: BotApi, html: str, **fields: Any) -> int:
    sent = await result_of(api, "sendMessage", chat_id=READER_ID, text=html, parse_mode="HTML", **fields)
    return int(sent["message_id"])


async def test_entities_of_every_kind_keep_the_text_as_it_was(api: BotApi, still_page: Page) -> None:
    html = (
        "😀 <b>đậm <i>nghiêng <u>gạch</u></i></b> <s>bỏ</s> <code>x &lt; y</code>\n"
        '<blockquote>một <b>hai</b></blockquote>\nba <a href="https://example.org/">bốn</a> /help @ai'
    )
    await say(api, html)
    await still_page.until(f"{LAST}?.querySelector('.text')")
    text = await still_page.value(f"{LAST}.querySelector('.text').innerText")
    assert " ".join(text.split()) == "😀 đậm nghiêng gạch bỏ x < y một hai ba bốn /help @ai"
    assert await still_page.value(f"{LAST}.querySelector('b i u').textContent") == "gạch"
    assert await still_page.value(f"{LAST}.querySelector('blockquote b').textContent") == "hai"
    assert await still_page.value(f"{LAST}.querySelector('.text a').href") == "https://example.org/"


async def test_short_quote_has_no_button_to_unfold_it(api: BotApi, still_page: Page) -> None:
    await say(api, "<blockquote expandable>ngắn</blockquote>")
    await still_page.until(f"{LAST}?.querySelector('blockquote')")
    assert await still_page.value(f"{LAST}.querySelector('.unfold').hidden") is True


async def test_edit_and_deletion_by_the_bot_are_seen_at_once(api: BotApi, still_page: Page) -> None:
    message_id = await say(api, "một")
    await still_page.until(f"{LAST}?.innerText.includes('một')")
    await result_of(api, "editMessageText", chat_id=READER_ID, message_id=message_id, text="hai")
    await still_page.until(f"{LAST}?.innerText.includes('hai')")
    assert await still_page.value("document.querySelectorAll('.message').length") == 1
    await result_of(api, "deleteMessage", chat_id=READER_ID, message_id=message_id)
    await still_page.until("document.querySelectorAll('.message').length === 0")


async def test_typing_is_shown_until_the_message_comes(api: BotApi, still_page: Page) -> None:
    status = "document.getElementById('status').textContent"
    await result_of(api, "sendChatAction", chat_id=READER_ID, action="typing")
    await still_page.until(f"{status} === 'đang gõ…'")
    assert await still_page.value("document.getElementById('typing').hidden") is False
    await say(api, "xong")
    await still_page.until(f"{status} !== 'đang gõ…'")


async def test_press_shows_the_bots_words_and_an_alert_waits_to_be_closed(api: BotApi, still_page: Page) -> None:
    await say(api, "chọn", reply_markup={"inline_keyboard": [[{"text": "Có", "callback_data": "y"}]]})
    await still_page.click(f"{LAST}?.querySelector('.keys button')")
    await api.wait_until(lambda: api.state.queries.presses)
    (press,) = api.state.queries.presses.values()
    assert press.data == "y"
    await result_of(api, "answerCallbackQuery", callback_query_id=press.id, text="Nhé?", show_alert=True)
    assert await still_page.until("document.getElementById('alert').open && document.getElementById('alert').innerText")
    await still_page.press("Escape")
    await still_page.until("!document.getElementById('alert').open")


async def test_message_in_another_room_is_announced_on_its_button(api: BotApi, still_page: Page) -> None:
    await say(api, "ở đây")
    await result_of(api, "sendMessage", chat_id=ADMIN_ID, text="ở kia")
    await still_page.until("document.querySelector('[data-room=admin].unread')")
    await still_page.value("document.querySelector('#rooms input:checked').focus()")
    await still_page.press("ArrowRight")
    await still_page.press("ArrowRight")
    await still_page.until(f"{LAST}?.innerText.includes('ở kia')")
    assert await still_page.value("document.querySelectorAll('.unread').length") == 0


async def test_file_that_is_chosen_reaches_the_bot(api: BotApi, still_page: Page) -> None:
    await still_page.click("document.querySelector('[data-room=admin]')")
    await still_page.value(
        "(() => { const files = new DataTransfer(); files.items.add(new File(['một hai'], 'bài báo.txt'));"
        " const field = document.getElementById('file'); field.files = files.files;"
        " field.dispatchEvent(new Event('change')); })()"
    )
    await still_page.until(f"{LAST}?.innerText.includes('bài báo.txt')")
    (stored,) = api.state.files.by_id.values()
    assert (stored.name, stored.content.decode()) == ("bài báo.txt", "một hai")
    assert api.state.updates.pending[-1].body["document"]["file_name"] == "bài báo.txt"


async def test_page_fits_a_phone_whatever_is_in_it(api: BotApi, still_page: Page) -> None:
    keys = [[{"text": "Một nhãn rất dài " * 4, "callback_data": "x"}, {"text": "Hai", "url": "https://example.org/"}]]
    await say(api, f"{'x' * 900} <pre>{'y' * 300}</pre>", reply_markup={"inline_keyboard": keys})
    await still_page.until(f"{LAST}?.querySelector('.keys')")
    assert await still_page.value("document.documentElement.scrollWidth") == 390
    assert await still_page.value("document.querySelector('main').scrollWidth") == 390
    heights = "[...document.querySelectorAll('.keys button, .quiet, #send')].map((key) => key.offsetHeight)"
    assert min(height for height in await still_page.value(heights) if height) >= 36


async def test_log_is_read_out_and_everything_that_is_pressed_has_a_name(api: BotApi, still_page: Page) -> None:
    await say(api, "một", reply_markup={"inline_keyboard": [[{"text": "Có", "callback_data": "y"}]]})
    await still_page.until(f"{LAST}?.querySelector('.keys')")
    log = "document.getElementById('log')"
    assert await still_page.value(f"[{log}.getAttribute('role'), {log}.getAttribute('aria-live')]") == ["log", "polite"]
    names = "[...document.querySelectorAll('button, textarea')].map((it) => it.ariaLabel || it.textContent.trim())"
    assert "" not in await still_page.value(names)


async def test_theme_that_is_chosen_is_kept(api: BotApi, still_page: Page) -> None:
    theme = "document.documentElement.dataset.theme"
    first = await still_page.value(theme)
    await still_page.click("document.getElementById('theme')")
    other = await still_page.value(theme)
    assert {first, other} == {"light", "dark"}
    await still_page.go(f"{api.url}/")
    assert await still_page.until(theme) == other


async def test_page_comes_back_after_the_server_was_away(api: BotApi, still_page: Page) -> None:
    async with api.outage():
        await still_page.until("document.getElementById('status').textContent.startsWith('mất kết nối')")
        still_page.problems.clear()  # the browser notes the connection that was refused
    await say(api, "về rồi")
    await still_page.until(f"{LAST}?.innerText.includes('về rồi')")
    assert await still_page.value("document.querySelectorAll('.message').length") == 1
    assert not (await still_page.value("document.getElementById('status').textContent")).startswith("mất kết nối")
    still_page.problems.clear()
