"""How good the answer itself is, against what was expected: equal, alike, or holding it in few words.

Words are compared in SQuAD's way (Rajpurkar et al., EMNLP 2016) as MLQA (Lewis et al., ACL 2020) does it for languages
without articles, with two changes for Vietnamese: tone marks are brought to one place (hoà is hòa), and a sign between
two digits stays, since 1,5 is not 15.
"""

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from retrieval.evaluation.answers import answer_pattern, comparable, has_answers
from retrieval.evaluation.gold import AnswerRule

MAX_EXTRA_WORDS = 12  # what a concise answer may say beyond what was expected

_WORD = re.compile(r"\S*\w\S*")


def exact_match(text: str, answers: Sequence[str], rule: AnswerRule) -> bool:
    """Return whether the answer's words are the expected ones: those of one alternative, or of all in any order."""
    words = answer_words(text)
    if rule is AnswerRule.ANY:
        return any(words == answer_words(answer) for answer in answers)
    return sorted(words) == sorted(_words_of_all(answers))


def token_f1(text: str, answers: Sequence[str], rule: AnswerRule) -> float:
    """Return the harmonic mean of precision and recall of the answer's words, in [0, 1].

    Against the best of alternatives; where all answers are expected, against the words of all.
    """
    expected = [answer_words(answer) for answer in answers] if rule is AnswerRule.ANY else [_words_of_all(answers)]
    words = answer_words(text)
    return max((_f1(words, each) for each in expected), default=0.0)


def answer_holds_all(text: str, answers: Sequence[str], rule: AnswerRule) -> bool:
    """Return whether the answer holds every expected string; of alternatives, one."""
    return has_answers([text], answers, rule)


def n_extra_words(text: str, answers: Sequence[str], rule: AnswerRule) -> int | None:
    """Return how many words the answer has beyond the expected strings; None where it does not hold them.

    Words are runs between white space with a letter or a digit. A word counts as expected where it overlaps the first
    occurrence of an expected string; of alternatives, the one that leaves the fewest words counts.
    """
    prepared = comparable(text)
    found = [match.span() for answer in answers if (match := answer_pattern(answer).search(prepared))]
    if not found or (rule is AnswerRule.ALL and len(found) < len(answers)):
        return None
    groups = [found] if rule is AnswerRule.ALL else [[span] for span in found]
    return min(_n_words_outside(prepared, group) for group in groups)


def is_concise(text: str, answers: Sequence[str], rule: AnswerRule) -> bool:
    """Return whether the answer holds what is expected and at most MAX_EXTRA_WORDS words beyond."""
    extra = n_extra_words(text, answers, rule)
    return extra is not None and extra <= MAX_EXTRA_WORDS


def answer_words(text: str) -> list[str]:
    """Return the words of an answer, in order, as they are compared: without signs, but those between two digits."""
    prepared = comparable(text)
    kept = (char for i, char in enumerate(prepared) if not _is_sign(char) or _is_within_number(prepared, i))
    return "".join(kept).split()


def _is_sign(char: str) -> bool:
    return char in string.punctuation or unicodedata.category(char).startswith("P")


def _is_within_number(text: str, place: int) -> bool:
    return 0 < place < len(text) - 1 and text[place - 1].isdigit() and text[place + 1].isdigit()


def _words_of_all(answers: Iterable[str]) -> list[str]:
    return [word for answer in answers for word in answer_words(answer)]


def _f1(words: Sequence[str], expected: Sequence[str]) -> float:
    n_common = (Counter(words) & Counter(expected)).total()
    return 2 * n_common / (len(words) + len(expected)) if n_common else 0.0


def _n_words_outside(text: str, spans: Sequence[tuple[int, int]]) -> int:
    return sum(
        not any(word.start() < end and start < word.end() for start, end in spans) for word in _WORD.finditer(text)
    )
