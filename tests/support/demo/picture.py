"""``make picture``: the README's screenshot, a question and its answer on a phone, from a demonstration that runs."""

import asyncio
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.support.chromium import Page, chromium_running, find_chromium, open_page
from tests.support.demo.running import demo_running

_QUESTION = "Ai chủ trì hội nghị năm 2021?"
_ARTICLES = Path("seeds/articles").resolve()
_ANSWER = "document.querySelector('.message.theirs')"


def main(argv: Sequence[str] | None = None) -> int:
    """Write the picture to the path given and return 0."""
    (path,) = sys.argv[1:] if argv is None else argv
    program = find_chromium()
    if program is None:
        sys.stderr.write("a Chromium is needed for the picture\n")
        return 2
    with (
        tempfile.TemporaryDirectory() as data_dir,
        demo_running(_ARTICLES, Path(data_dir)) as demo,
        chromium_running(program) as devtools,
    ):
        picture = asyncio.run(_picture(devtools, demo.address))
    Path(path).write_bytes(picture)
    return 0


async def _picture(devtools: str, address: str) -> bytes:
    async with open_page(devtools, scale=1.5) as page:
        await page.go(address)
        await page.until("document.querySelector('.start')")
        await _ask(page)
        await page.click(f"{_ANSWER}.querySelector('.unfold')")
        await page.value("document.querySelector('main').scrollTop = 0; document.activeElement.blur()")
        return await page.picture()


async def _ask(page: Page) -> None:
    await page.click("document.getElementById('question')")
    await page.write(_QUESTION)
    await page.press("Enter")
    await page.until(f"document.querySelector('.mine .text')?.textContent === {json.dumps(_QUESTION)}")
    await page.until(f"{_ANSWER}?.querySelector('blockquote')")


if __name__ == "__main__":
    sys.exit(main())
