"""How often do the sentence and the words that are marked hold the answer, and is the answer's text short enough?

``python -m benchmarks.spans --data-dir … --questions …`` asks an index every question that has an answer. The columns:
the first citation's marked sentence holds an answer; its marked words do; the same where the first citation is a right
article; and for questions of kind who, when and howmany whose first excerpt holds what is asked, whether the answer's
text has every expected text and at most 12 words beyond them. With ``--pairs`` it reads a file of questions with a
text each and tells how often a marked name equals, or holds, an expected one.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import markdown
from embeddings import DEFAULT_MODEL, open_encoder
from retrieval.answer.evidence.coverage import TermWeights, cover, term_weights
from retrieval.answer.evidence.reading import read_sentences
from retrieval.answer.reply import Citation
from retrieval.answer.spans import find_answer
from retrieval.corpus.sentences import split_sentences
from retrieval.engine import Engine
from retrieval.evaluation.answers import has_answers
from retrieval.evaluation.gold import AnswerRule, Question, read_questions
from retrieval.index.lexical import load_lexical, save_lexical
from retrieval.query.language import Language
from retrieval.query.request.answer_type import answer_request
from retrieval.query.terms import question_terms
from retrieval.records import PassageRecord
from retrieval.text.normal import normalise, single_spaced
from retrieval.text.tokens import token_texts

MAX_EXTRA_WORDS = 12
SHORT_KINDS = ("who", "when", "howmany")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one question went; ``short`` is None where its kind is not one of those whose text is measured."""

    question: Question
    answer: str
    is_right_article: bool
    sentence: bool
    marked: bool
    short: bool | None


def ask(engine: Engine, question: Question) -> Outcome:
    """Return how the engine answers one question."""
    reply = engine.ask(question.text, top=1)
    first = reply.citations[0]
    text = reply.answer.text if reply.answer else ""
    view = engine.show(first.article_id)
    passages = view.passages if view else ()
    marked = [first.excerpt[start:end] for start, end in first.highlights]
    return Outcome(
        question,
        text,
        is_right_article=first.article_id in question.articles,
        sentence=has_answers(marked_sentences(first, passages), question.answers, AnswerRule.ANY),
        marked=has_answers(marked, question.answers, AnswerRule.ANY),
        short=is_short(text, question) if may_be_short(first, question) else None,
    )


def marked_sentences(citation: Citation, passages: Sequence[PassageRecord]) -> list[str]:
    """Return the sentences of the excerpt in which something is marked."""
    passage = next(each for each in passages if each.public_id == citation.passage_id)
    spans = [(each.start - citation.start, each.end - citation.start) for each in passage.sentences]
    return [
        citation.excerpt[left:right]
        for left, right in spans
        if any(start < right and left < end for start, end in citation.highlights)
    ]


def may_be_short(citation: Citation, question: Question) -> bool:
    """Return whether the answer's text is measured: a kind that asks for few words, over the excerpt that has them."""
    is_short_kind = (question.kind or "").split("+")[0] in SHORT_KINDS
    return is_short_kind and has_answers([citation.excerpt], question.answers, AnswerRule.ALL)


def is_short(text: str, question: Question) -> bool:
    """Return whether a text has every expected answer and at most 12 words beyond them."""
    extra = len(token_texts(text)) - sum(len(token_texts(answer)) for answer in question.answers)
    return has_answers([text], question.answers, AnswerRule.ALL) and extra <= MAX_EXTRA_WORDS


def table(outcomes: Sequence[Outcome]) -> str:
    """Return the figures by kind and language, and over all, as markdown."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups["all"].append(outcome)
        if outcome.question.kind:
            groups[f"{outcome.question.kind} {outcome.question.language or ''}".strip()].append(outcome)
    rows = []
    for name, group in sorted(groups.items()):
        right = [each for each in group if each.is_right_article]
        short = [each.short for each in group if each.short is not None]
        columns = [[each.sentence for each in group], [each.marked for each in group]]
        columns += [[each.sentence for each in right], [each.marked for each in right], short]
        rows.append([name, str(len(group)), str(len(right)), *map(_share, columns)])
    header = ("questions", "n", "right article", "sentence", "marked", "sentence given", "marked given", "short enough")
    return markdown(header, rows)


def pairs_table(path: Path) -> str:
    """Return how often the words found in a given text are an expected name, as markdown."""
    pairs = [pair for pair in map(json.loads, path.read_text("utf-8").splitlines()) if pair["answerable"]]
    counts: Counter[str] = Counter()
    for pair, weights in zip(pairs, _pair_weights(pairs), strict=True):
        text = normalise(pair["text"])
        request = answer_request(single_spaced(pair["question"]), Language.VIETNAMESE)
        sentences = read_sentences(text, split_sentences(text))
        words = cover(sentences, None, weights).sentences
        found = find_answer(request, weights, sentences, words)
        names = [span.of(text) for span in found.spans]
        counts["safe"] += found.is_safe
        counts["equal"] += any(token_texts(name) == token_texts(answer) for name in names for answer in pair["answers"])
        counts["holds"] += has_answers(names, pair["answers"], AnswerRule.ANY)
        counts["sentence"] += has_answers([found.sentence.of(text)], pair["answers"], AnswerRule.ANY)
    rows = [[name, _share([True] * counts[name] + [False] * (len(pairs) - counts[name]))] for name in counts]
    return markdown((f"{len(pairs)} pairs", "share"), rows)


def _pair_weights(pairs: Sequence[dict[str, str]]) -> Iterator[TermWeights]:
    texts = list(dict.fromkeys(normalise(pair["text"]) for pair in pairs))
    with tempfile.TemporaryDirectory(prefix="spans-") as work:
        lexical = load_lexical(Path(work), len(texts), save_lexical(Path(work), texts))
        for pair in pairs:
            yield term_weights(question_terms(single_spaced(pair["question"]), Language.VIETNAMESE), lexical)


def _share(values: Sequence[bool]) -> str:
    return f"{sum(values) / len(values):.3f}" if values else ""


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spans", description=__doc__)
    parser.add_argument("--data-dir", type=Path, help="an index of the articles that are asked about")
    parser.add_argument("--questions", type=Path, nargs="+", default=[], help="JSON lines, one table a file")
    parser.add_argument("--pairs", type=Path, help="JSON lines with question, text, answerable, answers")
    parser.add_argument("--failures", action="store_true", help="list the questions that were not answered as wanted")
    options = parser.parse_args()
    if options.pairs:
        print(pairs_table(options.pairs))
    if not options.questions:
        return
    engine = Engine(options.data_dir, open_encoder(DEFAULT_MODEL, options.data_dir.parent / "models"))
    for path in options.questions:
        outcomes = [ask(engine, question) for question in read_questions(path) if question.is_answerable]
        print(f"\n{path.name}\n\n{table(outcomes)}")
        if options.failures:
            for each in outcomes:
                if each.short is False or not each.sentence:
                    print(f"{each.question.text}\n  {each.question.answers}\n  {each.answer}", file=sys.stderr)
    engine.close()


if __name__ == "__main__":
    main()
