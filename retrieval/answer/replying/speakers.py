"""Who "the Secretary stressed" is, where a passage begins after the person was named.

News names a speaker once and goes on with "Đồng chí Bí thư nhấn mạnh …" or "Ông nói thêm …" for paragraphs. Where such
a sentence answers "who", the person is looked for in the article before it, and the excerpt begins where it is named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from retrieval.answer.evidence.reading import read_sentences
from retrieval.answer.library import Library
from retrieval.answer.ranking.finding import Finding, with_answer
from retrieval.answer.spans.mentions import Mention, find_mentions, role_fit
from retrieval.answer.spans.names import TITLE
from retrieval.answer.spans.persons import pronoun_means
from retrieval.query.request.answer_type import AnswerType
from retrieval.text.span import Span
from retrieval.text.tokens import token_texts

_MAX_EXCERPT_CHARS = 2500  # an excerpt that begins earlier is still read
_PRONOUN_SENTENCES = 4  # so far back a pronoun may refer
_MIN_FIT = 0.6
_ADDRESS = re.compile(
    r"(?:(?:Phát biểu|Kết luận|Chỉ đạo|Trao đổi)[^,]{0,60}, ?)?(?:(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Vv]ị) )?"
)
_MAX_OFFICE_TOKENS = 4


def find_speaker(findings: Sequence[Finding], library: Library) -> list[Finding]:
    """Return the findings, the first with the person meant by its answering sentence, if the article names one."""
    if not findings or findings[0].is_out:
        return list(findings)
    best = findings[0]
    sentence = best.answer.sentence
    is_asked = best.asked.request.type in {AnswerType.PERSON, AnswerType.PERSONS}
    article = best.evidence.article
    if not is_asked or best.answer.is_safe or _names_somebody(article.text, sentence):
        return list(findings)
    before = [
        span
        for passage in library.store.passages_of(article.id)
        for span in passage.sentences
        if sentence.start - _MAX_EXCERPT_CHARS <= span.start < sentence.start
    ]
    meant = _meant(sentence.of(article.text), find_mentions(read_sentences(article.text, before)), before)
    if meant is None:
        return list(findings)
    answer = replace(best.answer, spans=(meant.name,), is_safe=True, has_type=True)
    opening = min(best.evidence.passage.start, meant.sentence.span.start)
    signals = replace(best.signals, has_type=1.0)
    return [with_answer(replace(best, opening=opening, signals=signals), answer), *findings[1:]]


def _names_somebody(article: str, sentence: Span) -> bool:
    return any(mention.has_surname for mention in find_mentions(read_sentences(article, [sentence])))


def _meant(text: str, mentions: Sequence[Mention], before: Sequence[Span]) -> Mention | None:
    """Return the person named before whom a sentence begins with, by office or by a pronoun; the last that fits."""
    named = [mention for mention in mentions if mention.has_surname]
    offices = list(_offices_at_beginning(text))
    for mention in reversed(named):
        if any(role_fit(mention, office, is_folded=False) >= _MIN_FIT for office in offices):
            return mention
    if offices:
        return None
    near = before[-_PRONOUN_SENTENCES:]
    return pronoun_means(text, [mention for mention in named if mention.sentence.span in near])


def _offices_at_beginning(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the offices that a sentence begins with, as tokens: "Đồng chí Chủ tịch UBND tỉnh nhấn mạnh"."""
    start = _ADDRESS.match(text)
    position = start.end() if start else 0
    while (found := TITLE.match(text, position)) is not None:
        end = text.find(",", found.end())
        words = token_texts(text[position : end if end >= 0 else len(text)])
        yield tuple(words[:_MAX_OFFICE_TOKENS])
        if end < 0:
            return
        position = end + 2
