"""The language model that may phrase answers: any endpoint with OpenAI's chat interface (Ollama, vLLM, llama.cpp).

Everything that can go wrong with it is translated here into LanguageModelError, whose message names the setting that
mends it and never holds the key, nor what the server said, which may repeat the key. An endpoint that fails again and
again is left alone for a while, so that questions do not wait for it one by one.
"""

import json
import logging
import ssl
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.secret import Secret
from retrieval.phrasing.phraser import LanguageModelError, LanguageModelPausedError
from retrieval.phrasing.prompt import Prompt

if TYPE_CHECKING:
    import openai

MAX_ANSWER_TOKENS = 1500
MAX_RESPONSE_BYTES = 1_000_000
# After so many failures in a row the endpoint is not asked for so long.
MAX_FAILURES = 3
PAUSE_SECONDS = 60.0
_NO_KEY = "none"  # the client insists on one; the header is left out
_HTTP_UNAUTHORIZED = 401
_HTTP_FORBIDDEN = 403
_HTTP_NOT_FOUND = 404


class OpenAICompatibleModel:
    """A language model behind an OpenAI-compatible endpoint; safe to use from several threads at once."""

    def __init__(
        self,
        url: str,
        model: str,
        key: Secret | None,
        timeout_seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the root of the interface ("http://127.0.0.1:11434/v1"), the model's name there, and the key, if any.

        ``timeout_seconds`` is for a whole answer. Nothing is imported or connected to before the first one.
        """
        self._url = url
        self._model = model
        self._key = key
        self._timeout_seconds = timeout_seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None
        self._n_failures = 0
        self._paused_until = float("-inf")

    def complete(self, prompt: Prompt) -> str:
        """Return the model's answer to the prompt.

        Raises:
            LanguageModelError: there is none: no connection, too slow, refused, or nothing that can be read.
        """
        self._check_pause()
        try:
            text = _answer_of(self._ask(prompt))
        except LanguageModelError as error:
            if self._note_failure():
                raise LanguageModelError(f"{error}; it is left alone for {PAUSE_SECONDS:.0f} s") from None
            raise
        with self._lock:
            self._n_failures = 0
        return text

    def _ask(self, prompt: Prompt) -> bytes:
        """Return the body of the endpoint's answer, translating every error of the client."""
        import httpx2
        import openai

        from bot.bounded_http import BoundedTransport

        transport = BoundedTransport(self._tls_context(), self._timeout_seconds, MAX_RESPONSE_BYTES)
        try:
            with httpx2.Client(transport=transport, timeout=self._timeout_seconds) as http:
                client = openai.OpenAI(
                    base_url=self._url,
                    api_key=_NO_KEY if self._key is None else self._key.reveal(),
                    max_retries=0,
                    http_client=http,
                )
                return _chat(client, self._model, self._key, prompt)
        except openai.APIStatusError as error:
            raise LanguageModelError(self._status_problem(error.status_code)) from None
        except (openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            # Not chained: an error of the client holds the request, and that holds the key.
            raise LanguageModelError(self._connection_problem(error, expired=transport.expired)) from None

    def _tls_context(self) -> ssl.SSLContext:
        """Return what secures https, made once: it takes 50 ms."""
        import httpx2

        with self._lock:
            if self._tls is None:
                _silence_clients()
                self._tls = httpx2.create_ssl_context(trust_env=False)
            return self._tls

    def _check_pause(self) -> None:
        with self._lock:
            if self._clock() < self._paused_until:
                raise LanguageModelPausedError(f"the language model at {self._url} is left alone for now")

    def _note_failure(self) -> bool:
        """Count a failure and return whether it was one too many, which starts a pause."""
        with self._lock:
            self._n_failures += 1
            if self._n_failures < MAX_FAILURES:
                return False
            self._n_failures = 0
            self._paused_until = self._clock() + PAUSE_SECONDS
            return True

    def _status_problem(self, status: int) -> str:
        problem = f"the language model at {self._url} answered with HTTP {status}"
        if status in {_HTTP_UNAUTHORIZED, _HTTP_FORBIDDEN}:
            return f"{problem}; check HOIDAP_LLM_KEY"
        if status == _HTTP_NOT_FOUND:
            return f"{problem}; check HOIDAP_LLM_URL, which often ends in /v1, and HOIDAP_LLM_MODEL ({self._model})"
        return problem

    def _connection_problem(self, error: Exception, *, expired: bool) -> str:
        import openai

        if expired or isinstance(error, openai.APITimeoutError):
            return (
                f"the language model at {self._url} did not answer in {self._timeout_seconds:g} s; "
                "more time can be given with HOIDAP_LLM_TIMEOUT_SECONDS"
            )
        if isinstance(error, openai.APIConnectionError):
            cause = type(error.__cause__ or error).__name__
            return f"the language model at {self._url} cannot be reached or broke off ({cause}); check HOIDAP_LLM_URL"
        return f"the language model at {self._url} cannot be asked ({type(error).__name__})"


def _chat(client: "openai.OpenAI", model: str, key: Secret | None, prompt: Prompt) -> bytes:
    """Return the raw answer; the client's own reading of it would take a wrong shape for a right one."""
    import openai

    # Only what the settings say is sent: no ids or keys that other programs left in the environment.
    headers = {"OpenAI-Organization": openai.Omit(), "OpenAI-Project": openai.Omit()}
    response = client.chat.completions.with_raw_response.create(
        model=model,
        messages=[{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}],
        temperature=0,
        max_tokens=MAX_ANSWER_TOKENS,
        extra_headers={
            **headers,
            "Authorization": openai.Omit() if key is None else f"Bearer {key.reveal()}",
        },
    )
    return response.content


def _answer_of(body: bytes) -> str:
    """Return the text of the first choice.

    Raises:
        LanguageModelError: there is none, or the model refused.
    """
    try:
        choice: Any = json.loads(body)["choices"][0]
        message: Any = choice["message"]
        refusal, content = message.get("refusal"), message.get("content")
        reason = choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise LanguageModelError("the language model's answer is not in the form of OpenAI's interface") from None
    if refusal or reason == "content_filter":
        raise LanguageModelError("the language model refused to answer")
    if not isinstance(content, str) or not content.strip():
        raise LanguageModelError("the language model answered with nothing")
    return content


def _silence_clients() -> None:
    """Keep the HTTP clients' own records of requests out of the logs, whatever level is asked for."""
    for name in ("openai", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.WARNING)
