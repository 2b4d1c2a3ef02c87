"""The prompt of ``hoidap ask``: a conversation on the terminal, until its person leaves.

Greetings and thanks are returned, as the bot returns them, and are no questions. What the prompt says itself goes to
stderr, so that stdout has the replies and nothing else.
"""

import re
import readline  # noqa: F401 (editing and history for input)
import sys
from collections.abc import Callable, Iterator

from bot.cli.output import write_line
from bot.cli.texts import FAREWELL, GREETING, LEAVING_WORDS, PROMPT, TEXTS
from bot.courtesies import Courtesy, courtesy_in
from retrieval.answer.reply import Reply
from retrieval.answer.turns import turn_after
from retrieval.query.conversation import Turn
from retrieval.query.language import Language
from retrieval.text.normal import normalise
from retrieval.text.spelling import fold

_LEAVING = LEAVING_WORDS | frozenset(map(fold, LEAVING_WORDS))
_SIGNS = re.compile(r"[^\w]+")  # "exit()", "quit;", ":q"


def converse(answer: Callable[[str, Turn | None], Reply], *, is_json: bool) -> None:
    """Ask and answer until Ctrl-D, a word that leaves or a farewell; half a question is completed from the one before.

    Args:
        answer: Prints the reply to a question after the turn before it, and returns it.
        is_json: Whether replies are JSON lines, which no empty line may part.
    """
    _say(GREETING)
    turn = None
    for question in _typed_questions():
        said = courtesy_in(question)
        if is_leaving(question) or (said is not None and said.courtesy is Courtesy.FAREWELL):
            break
        if said is not None:
            spoken = turn.language if turn is not None else Language.VIETNAMESE
            _say(TEXTS[said.language or spoken].courtesies[said.courtesy])
            continue
        turn = turn_after(answer(question, turn), turn)
        if not is_json:
            write_line()
            sys.stdout.flush()
    _say(FAREWELL)


def is_leaving(text: str) -> bool:
    """Return whether all that was typed is a word that ends the prompt."""
    return _SIGNS.sub(" ", normalise(text)).lower().strip() in _LEAVING


def _typed_questions() -> Iterator[str]:
    while True:
        prompt = PROMPT
        if not sys.stdout.isatty():  # input() would write it among the results
            sys.stderr.write(PROMPT)
            sys.stderr.flush()
            prompt = ""
        try:
            question = input(prompt)
        except EOFError:
            _say("")  # the prompt's line ends
            return
        if question.strip():
            yield question


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
