"""The gate on quality: the seed questions are asked of the real model, and no figure may fall below its floor.

Run from the root of the project: ``python -m benchmarks.gate``. Floors, every question's scores at the time of
pinning and the digest of the questions stand in gate_floors.json. ``--repin`` writes the figures of now; it lowers no
floor unless ``--allow-lower`` is given, and nothing excuses a citation that is not the article's words. Exit status: 0
passed or pinned, 1 failed.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from embeddings import DEFAULT_MODEL, open_encoder
from retrieval.engine import Engine
from retrieval.evaluation.figures import Figures
from retrieval.evaluation.gold import read_questions
from retrieval.evaluation.question_result import QuestionResult
from retrieval.evaluation.results import Evaluation
from retrieval.evaluation.runner import evaluate
from retrieval.index.builder import build_index

_ROOT = Path(__file__).resolve().parent.parent
ARTICLES = _ROOT / "seeds" / "articles"
QUESTIONS = _ROOT / "seeds" / "questions.jsonl"
FLOORS = Path(__file__).with_name("gate_floors.json")
OVERALL = "overall"
# Measures of a group, which single questions have too; all are better when higher. ``answered`` watches false refusals
# (it is one less their rate), ``refused`` the questions without an answer, ``handled`` every question.
MEASURES = (
    "recall_at_1",
    "mrr_at_10",
    "answer_in_excerpt_at_3",
    "answer_in_highlight",
    "answer_in_marked_sentence",
    "concise",
    "answered",
    "refused",
    "handled",
)
# Figures are rounded to six digits, so anything less is no difference.
_TOLERANCE = 5e-7

Table = dict[str, dict[str, float]]


class FloorsError(Exception):
    """The file of floors is missing or damaged; the message names it and the mend."""


@dataclass(frozen=True, slots=True)
class Floors:
    """What was pinned: floors by group and measure, scores by question and measure."""

    digest: str
    pinned: str
    floors: Table
    scores: Table


def floors_of(evaluation: Evaluation, pinned: str) -> Floors:
    """Return the figures and scores of an evaluation as floors; ``pinned`` says when and with what."""
    groups = {OVERALL: evaluation.overall, **evaluation.by_language}
    return Floors(
        digest=evaluation.digest,
        pinned=pinned,
        floors={name: _measures(figures) for name, figures in groups.items()},
        scores={result.id: _scores(result) for result in evaluation.results},
    )


def complaints(evaluation: Evaluation, floors: Floors) -> list[str]:
    """Return why the evaluation does not pass, a line each; empty when it passes."""
    found = _not_verbatim(evaluation)
    if evaluation.digest != floors.digest:
        return [*found, "questions changed: re-pin with: python -m benchmarks.gate --repin"]
    return found + _lowered(evaluation, floors)


def repin_complaints(evaluation: Evaluation, floors: Floors | None, *, allow_lower: bool) -> list[str]:
    """Return why the evaluation may not become the floors; empty when it may."""
    found = _not_verbatim(evaluation)
    if floors is not None and not allow_lower:
        lowered = _lowered(evaluation, floors)
        found += lowered
        if lowered:
            found.append("nothing was pinned: to accept the lower figures, add --allow-lower")
    return found


def read_floors(path: Path) -> Floors:
    """Return the floors of a file.

    Raises:
        FloorsError: the file is missing or damaged.
    """
    try:
        return Floors(**json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise FloorsError(f"{path} is missing: pin it with: python -m benchmarks.gate --repin") from error
    except (OSError, ValueError, TypeError) as error:
        raise FloorsError(f"{path} is damaged ({error}): take it from the last commit") from error


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors, a line a group and a question, so that a diff shows what moved."""
    fields: dict[str, Any] = asdict(floors)
    lines = [f" {json.dumps(name)}: {json.dumps(fields[name])}" for name in ("digest", "pinned")]
    for name in ("floors", "scores"):
        rows = [f"  {json.dumps(key)}: {json.dumps(row)}" for key, row in fields[name].items()]
        lines.append(f" {json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n }")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _not_verbatim(evaluation: Evaluation) -> list[str]:
    return [
        f"{question_id}: the citation {passage_id} is not the article's words"
        for question_id, passage_id in evaluation.not_verbatim
    ]


def _lowered(evaluation: Evaluation, floors: Floors) -> list[str]:
    """Return a line for each figure below its floor, with the questions of the group that lost."""
    now = floors_of(evaluation, floors.pinned)
    languages = {result.id: result.language for result in evaluation.results}
    lines = []
    for group, measures in floors.floors.items():
        members = [key for key, language in languages.items() if group in {OVERALL, language}]
        for measure, floor in measures.items():
            figure = now.floors.get(group, {}).get(measure)
            if figure is None:
                lines.append(f"{group} {measure}: no question measures it any more; its floor is {floor:.4f}")
            elif figure < floor - _TOLERANCE:
                lost = _lost(measure, members, now.scores, floors.scores)
                names = f"; lost: {', '.join(lost)}" if lost else ""
                lines.append(
                    f"{group} {measure}: {figure:.4f}, {floor - figure:.4f} below its floor {floor:.4f}{names}"
                )
    return lines


def _lost(measure: str, members: Sequence[str], now: Table, then: Table) -> list[str]:
    """Return the questions whose score in a measure is lower than when it was pinned."""
    return [
        question_id
        for question_id in members
        if now[question_id].get(measure, 0.0) < then.get(question_id, {}).get(measure, 0.0) - _TOLERANCE
    ]


def _measures(figures: Figures) -> dict[str, float]:
    values = asdict(figures)
    return {measure: values[measure] for measure in MEASURES if values[measure] is not None}


def _scores(result: QuestionResult) -> dict[str, float]:
    values = {"handled": float(result.handled)}
    if result.scores is None:
        values["refused"] = float(result.refused)
    else:
        values |= asdict(result.scores) | {"answered": float(not result.refused)}
    return {measure: round(values[measure], 6) for measure in MEASURES if measure in values}


def measure_seeds() -> tuple[Evaluation, str]:
    """Return the evaluation of the seed questions in a fresh index, and a line on when and with what it was made."""
    with tempfile.TemporaryDirectory(prefix="hoidap-gate-") as folder:
        encoder = open_encoder(DEFAULT_MODEL, Path(folder) / "models")
        build_index(Path(folder), [ARTICLES], encoder)
        with closing(Engine(Path(folder), encoder)) as engine:
            evaluation = evaluate(engine, read_questions(QUESTIONS))
    identity = encoder.identity
    return evaluation, f"{datetime.now(UTC).date().isoformat()}, {identity.name} ({identity.fingerprint})"


def judge(evaluation: Evaluation, pinned: str, path: Path, *, repin: bool = False, allow_lower: bool = False) -> int:
    """Compare an evaluation with the floors in a file, or pin it there; say what was found, return the exit status."""
    try:
        floors = read_floors(path) if path.exists() or not repin else None
    except FloorsError as error:
        print(error, file=sys.stderr)
        return 1
    if repin:
        found = repin_complaints(evaluation, floors, allow_lower=allow_lower)
    else:
        found = complaints(evaluation, floors) if floors is not None else []
    for line in found:
        print(line, file=sys.stderr)
    if not found and repin:
        write_floors(path, floors_of(evaluation, pinned))
    for group, measures in floors_of(evaluation, pinned).floors.items():
        print(group, *(f"{measure} {figure:.4f}" for measure, figure in measures.items()), sep="  ")
    print("failed" if found else "pinned" if repin else "passed")
    return 1 if found else 0


def main() -> int:
    """Read the command line, measure, judge."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--repin", action="store_true", help="make the figures of now the floors")
    parser.add_argument("--allow-lower", action="store_true", help="with --repin: also where a floor gets lower")
    options = parser.parse_args()
    if options.allow_lower and not options.repin:
        parser.error("--allow-lower goes with --repin")
    evaluation, pinned = measure_seeds()
    return judge(evaluation, pinned, FLOORS, repin=options.repin, allow_lower=options.allow_lower)


if __name__ == "__main__":
    sys.exit(main())
