"""Headless Chromium, driven over its DevTools protocol: what a person sees and presses, without a driver to install."""

import asyncio
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from tornado.websocket import WebSocketClientConnection, websocket_connect

WAIT_SECONDS = 20.0  # only a test that fails waits so long
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_START_SECONDS = 30.0
_SWITCHES = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--renderer-process-limit=1",
    "--hide-scrollbars",
    "--mute-audio",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_KEYS = {"Enter": ("\r", 13), "Escape": ("", 27), "Tab": ("", 9), "ArrowDown": ("", 40), "ArrowRight": ("", 39)}


def find_chromium() -> str | None:
    """Return the path of a Chromium, None where this machine has none."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextmanager
def chromium_running(program: str) -> Iterator[str]:
    """Give the address of a browser's DevTools while the block lasts.

    Raises:
        TimeoutError: it did not start in time.
    """
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses its sandbox to root
        process = subprocess.Popen(
            [program, *_SWITCHES, *sandbox, f"--user-data-dir={profile}", "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield _devtools(Path(profile) / "DevToolsActivePort")
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            process.wait()


def _devtools(port_file: Path) -> str:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        lines = port_file.read_text().splitlines() if port_file.exists() else []
        if len(lines) > 1:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        time.sleep(0.05)
    raise TimeoutError(f"Chromium did not start within {_START_SECONDS} s")


class Page:
    """One tab. What goes wrong in it (an exception, a refused script) is kept in ``problems``."""

    def __init__(self, socket: WebSocketClientConnection) -> None:
        """Take the connection to the browser; ``open_page`` makes one."""
        self._socket = socket
        self._session = ""
        self._ids = count(1)
        self.problems: list[str] = []

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the result of a DevTools method.

        Raises:
            RuntimeError: the browser refused it, or has gone.
        """
        number = next(self._ids)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        await self._socket.write_message(json.dumps(message))
        while True:
            received = await self._socket.read_message()
            if received is None:
                raise RuntimeError("Chromium has gone")
            answer = json.loads(received)
            if answer.get("id") != number:
                self._note(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']}")
            else:
                result: dict[str, Any] = answer["result"]
                return result

    async def attach(self, width: int, height: int, scale: float) -> None:
        """Make a tab of a size in CSS pixels and listen to what goes wrong in it."""
        target = await self.call("Target.createTarget", url="about:blank")
        attached = await self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            await self.call(f"{domain}.enable")
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=True
        )
        still = {"name": "prefers-reduced-motion", "value": "reduce"}  # what moves is missed by the mouse
        await self.call("Emulation.setEmulatedMedia", features=[still])

    async def go(self, url: str) -> None:
        """Open an address."""
        await self.call("Page.navigate", url=url)
        await self.until("document.readyState === 'complete'")

    async def value(self, script: str) -> Any:
        """Return what a piece of JavaScript gives.

        Raises:
            RuntimeError: it failed.
        """
        result = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{script}: {result['exceptionDetails'].get('exception', {}).get('description')}")
        return result["result"].get("value")

    async def until(self, script: str, timeout_seconds: float = WAIT_SECONDS) -> Any:
        """Return what a piece of JavaScript gives, as soon as that counts as true.

        Raises:
            TimeoutError: it did not in time.
        """
        end = time.monotonic() + timeout_seconds
        looked = f"(() => {{ const found = {script}; return found instanceof Element ? true : found; }})()"
        while not (found := await self.value(looked)):
            if time.monotonic() > end:
                seen = await self.value("document.body.innerText.slice(-600)")
                raise TimeoutError(f"{script} did not come true; the page says: {seen}")
            await asyncio.sleep(0.04)
        return found

    async def click(self, script: str) -> None:
        """Press with the mouse what a piece of JavaScript gives, in its middle."""
        place = await self.until(
            f"(() => {{ const it = {script}; if (!it) return null; it.scrollIntoView({{block: 'nearest'}});"
            " const box = it.getBoundingClientRect(); if (!box.width) return null;"
            " return {x: box.x + box.width / 2, y: box.y + box.height / 2}; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            await self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    async def write(self, text: str) -> None:
        """Put a text where the caret is."""
        await self.call("Input.insertText", text=text)

    async def press(self, key: str) -> None:
        """Press a key of the keyboard."""
        text, code = _KEYS[key]
        for kind in ("keyDown", "keyUp"):
            typed = {"text": text} if kind == "keyDown" and text else {}
            await self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **typed)

    async def picture(self) -> bytes:
        """Return what is seen, as PNG."""
        shot = await self.call("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])

    async def leave(self) -> None:
        """Close the connection, and wait until it is."""
        self._socket.close()
        while await self._socket.read_message() is not None:
            pass

    def _note(self, event: dict[str, Any]) -> None:
        parameters = event.get("params", {})
        if event.get("method") == "Runtime.exceptionThrown":
            self.problems.append(str(parameters["exceptionDetails"].get("exception", {}).get("description")))
        elif event.get("method") == "Log.entryAdded" and parameters["entry"]["level"] == "error":
            self.problems.append(f"{parameters['entry']['text']} {parameters['entry'].get('url', '')}")


@asynccontextmanager
async def open_page(devtools: str, *, width: int = 390, height: int = 844, scale: float = 1.0) -> AsyncIterator[Page]:
    """Give a new tab of a running browser, as large as a phone's screen, while the block lasts."""
    socket = await websocket_connect(devtools, max_message_size=64 * 1024 * 1024)
    page = Page(socket)
    try:
        await page.attach(width, height, scale)
        yield page
    finally:
        with suppress(RuntimeError):
            await page.call("Page.close")
        await page.leave()
