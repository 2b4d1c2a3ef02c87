"""How the bot bears a crowd: many chats that ask at once, over HTTP, against one process.

    python -m benchmarks.bot_load [--chats 200] [--questions 5] [--telegram-rates] [--data-dir DIR | --reindex]

Prints how many questions were answered, in which order, how long they took and what was refused on the way. With
``--reindex`` the articles in seeds/ are asked about, all of seeds/questions.jsonl in turn, twice: the second time an
administrator's /reindex runs in the middle, and every right answer must be the one that was given without it. Exit
status: 0 all is well, 1 a question was lost, answered out of order or worse than without the run, or a refusal of
Telegram's was left at that.
"""

import argparse
import asyncio
import shutil
import statistics
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from benchmarks.bot_crowd import Answer, Load, Plan, crowd
from benchmarks.bot_reindex import Comparison, compare, write_bystanders
from bot.app import make_encoder, open_engine
from bot.settings import Settings, load_settings
from retrieval.answer.reply import Status
from retrieval.engine import Engine
from retrieval.evaluation.answers import has_answers
from retrieval.evaluation.gold import Question, read_questions
from retrieval.index.builder import build_index

QUESTIONS = (
    "Ai chủ trì hội nghị năm 2021?",
    "hoi nghi dien ra khi nao",
    "Bao nhiêu xã được sáp nhập?",
    "Who chaired the conference?",
    "Hội nghị được tổ chức ở đâu?",
)
_SEEDS = Path(__file__).resolve().parent.parent / "seeds"
_MAX_SHOWN = 10  # of the answers that differ


def main() -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--questions", type=int, default=5, help="of each chat")
    parser.add_argument("--telegram-rates", action="store_true", help="keep to Telegram's rates, and enforce them")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--data-dir", type=Path, help="with an index (default: HOIDAP_DATA_DIR, or ./data)")
    where.add_argument("--reindex", action="store_true", help="over seeds/, with a /reindex in the middle")
    arguments = parser.parse_args()
    plan = Plan(QUESTIONS, arguments.chats, arguments.questions, arguments.telegram_rates)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = load_settings()
        own = replace(load_settings({}, folder / "none"), model=given.model, data_dir=folder / "data")
        if arguments.reindex:
            return _reindex(plan, replace(own, corpus=folder / "articles"))
        with closing(open_engine(replace(given, data_dir=arguments.data_dir or given.data_dir))) as engine:
            load = asyncio.run(crowd(engine, plan, own))
    _print_load("asked", load)
    return 0 if load.is_sound else 1


def _reindex(plan: Plan, settings: Settings) -> int:
    """Index a copy of the seeds, compare, and return the exit status."""
    shutil.copytree(_SEEDS / "articles", settings.corpus)
    write_bystanders(settings.corpus)
    encoder = make_encoder(settings)
    build_index(settings.data_dir, [settings.corpus], encoder)
    gold = {question.text: question for question in read_questions(_SEEDS / "questions.jsonl")}
    with closing(Engine(settings.data_dir, encoder)) as engine:
        comparison = asyncio.run(
            compare(
                engine,
                replace(plan, questions=list(gold)),
                settings,
                was_right=lambda question, answer: is_right(gold[question], answer),
            )
        )
    _print_comparison(comparison)
    return 0 if comparison.is_sound else 1


def is_right(question: Question, answer: Answer) -> bool:
    """Return whether a reader was told what is expected: the answers, or that there is none."""
    if not question.is_answerable:
        return answer.status is Status.REFUSED
    return has_answers([answer.words, answer.excerpt], question.answers, question.rule)


def _print_load(title: str, load: Load) -> None:
    print(
        f"{title} {len(load.answers)}, lost {load.n_lost}, chats out of order {load.n_out_of_order}, "
        f"refused on the way {load.n_refused}, left unhandled {load.n_unhandled}"
    )
    if load.seconds:
        print(
            f"  all within {load.seconds[-1]:.1f} s: {load.answers_per_second:.1f} answers/s; "
            f"median {statistics.median(load.seconds):.1f} s, p95 {load.p95_seconds:.1f} s"
        )


def _print_comparison(comparison: Comparison) -> None:
    _print_load("left alone: asked", comparison.alone)
    _print_load("with /reindex in the middle: asked", comparison.disturbed)
    print(
        f"  before the run {comparison.n_before}, while it was at work {comparison.n_meanwhile}, "
        f"from generation {comparison.generation} {comparison.n_after}"
    )
    print(f"answers that differ: {len(comparison.differences)}; of those that were right: {len(comparison.worse)}")
    for question, alone, disturbed in comparison.differences[:_MAX_SHOWN]:
        print(f"  {question}")
        for answer in (alone, disturbed):
            print(f"    {answer}")
    if not comparison.is_in_the_middle:
        print("the run was not in the middle, so this shows nothing: let more chats ask")
    print(f"what the administrator was told:\n{comparison.report}")


if __name__ == "__main__":
    sys.exit(main())
