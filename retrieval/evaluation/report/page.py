"""The report's HTML: header, figures, plots, what went wrong. Every text from outside is escaped here."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from retrieval.evaluation.columns import COLUMN_GROUPS, ColumnGroup, figure_rows
from retrieval.evaluation.figures import Figures
from retrieval.evaluation.question_result import QuestionResult
from retrieval.evaluation.report.faults import faulty
from retrieval.evaluation.report.plots import plots
from retrieval.evaluation.report.style import STYLE
from retrieval.evaluation.results import Evaluation
from retrieval.query.language import detect_language
from retrieval.text.normal import normalise

_TITLE = "Quality of answers"
# Nothing may be loaded: the page is whole, and what stands in it comes from articles.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def report_page(evaluation: Evaluation, header: Mapping[str, str]) -> str:
    """Return an evaluation as one self-contained HTML page; ``header`` tells what it was taken on, in order."""
    figures = evaluation.overall
    body = [
        _header(evaluation, header),
        "<main>",
        "<h2>Figures</h2>",
        *(_figures(group, figure_rows(evaluation)) for group in COLUMN_GROUPS),
        _meanings(),
        "<h2>Plots</h2>",
        '<div class="plots">',
        *(_plot(chart.title, chart.description, chart.svg()) for chart in plots(evaluation.results, figures)),
        "</div>",
        *_went_wrong(evaluation.results),
        "</main>",
    ]
    return "\n".join([*_head(), "<body>", *body, "</body>", "</html>", ""])


def _head() -> list[str]:
    return [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_TITLE}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
    ]


def _header(evaluation: Evaluation, header: Mapping[str, str]) -> str:
    entries = {
        **header,
        "Generation": str(evaluation.generation),
        "Questions' sha256": evaluation.digest,
    }
    rows = "\n".join(
        f"<dt>{_safe(name)}</dt><dd>{f'<code>{_safe(value)}</code>' if name == 'Command' else _safe(value)}</dd>"
        for name, value in entries.items()
    )
    warnings = "".join(f'<p class="warning">{_safe(text)}</p>' for text in _warnings(evaluation))
    return f"<header>\n<h1>{_TITLE}</h1>\n<dl>\n{rows}\n</dl>\n{warnings}\n</header>"


def _warnings(evaluation: Evaluation) -> Iterable[str]:
    """Return what makes the figures doubtful."""
    if evaluation.unknown_articles:
        yield f"{len(evaluation.unknown_articles)} gold articles are not in the corpus, so they cannot be found."
    if evaluation.not_verbatim:
        yield f"{len(evaluation.not_verbatim)} citations are not the article's words."
    if evaluation.n_reordered:
        yield f"{evaluation.n_reordered} questions had other first citations with {evaluation.depth} asked for."


def _figures(group: ColumnGroup, rows: Sequence[tuple[str, Figures]]) -> str:
    heads = "".join(
        f'<th scope="col" title="{escape(column.meaning)}">{escape(column.line)}</th>' for column in group.columns
    )
    lines = (
        f'<tr><th scope="row">{_safe(name)}</th><td>{figures.n_questions}</td>'
        + "".join(f"<td>{column.cell(figures)}</td>" for column in group.columns)
        + "</tr>"
        for name, figures in rows
    )
    head = f'<thead><tr><th scope="col"></th><th scope="col">questions</th>{heads}</tr></thead>'
    body = "\n".join(lines)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(group.title)}">'
        f'<table class="numbers"><caption>{escape(group.title)}</caption>\n'
        f"{head}\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _meanings() -> str:
    columns = [column for group in COLUMN_GROUPS for column in group.columns]
    entries = "".join(
        f"<div><dt>{escape(column.line)}</dt><dd>{escape(column.meaning)}</dd></div>" for column in columns
    )
    return f'<h3>What they mean</h3><dl class="meanings">{entries}</dl>'


def _plot(title: str, description: str, svg: str) -> str:
    caption = f"<figcaption><strong>{escape(title)}</strong>{escape(description)}</figcaption>"
    return f"<figure>\n{svg}\n{caption}\n</figure>"


def _went_wrong(results: Sequence[QuestionResult]) -> list[str]:
    groups = faulty(results)
    n = sum(len(group) for group in groups.values())
    parts = [f"<h2>What went wrong: {n} of {len(results)} questions</h2>"]
    for fault, group in groups.items():
        rows = "\n".join(_question(result) for result in group)
        parts += [
            f"<h3>{escape(fault)} ({len(group)})</h3>",
            f'<table class="words">{_WORDS_HEAD}\n<tbody>\n{rows}\n</tbody></table>',
        ]
    return parts


_WORDS_HEAD = (
    '<thead><tr><th scope="col" class="narrow">id</th><th scope="col">question</th><th scope="col">expected</th>'
    '<th scope="col">got</th><th scope="col" class="number">confidence</th></tr></thead>'
)


def _question(result: QuestionResult) -> str:
    expected = " · ".join(result.expected) or "no answer"
    got = "refused" if result.refused else result.answer or ""
    extra = f"{result.n_extra_words} words beyond" if result.n_extra_words else ""
    cells = (
        f"<td {_lang(result.question)}>{_safe(result.question)}</td>",
        f"<td>{_text(expected, bool(result.expected))}{_note(', '.join(result.articles))}</td>",
        f"<td>{_text(got, not result.refused)}{_note(extra or ', '.join(result.ranking[:1]))}</td>",
        f'<td class="number">{result.confidence:.2f}</td>',
    )
    return f'<tr><td class="narrow">{_safe(result.id)}</td>{"".join(cells)}</tr>'


def _text(text: str, is_theirs: bool) -> str:
    """Return words of the articles with their language, words of the report as they are."""
    return f"<span {_lang(text)}>{_safe(text)}</span>" if is_theirs else f"<em>{_safe(text)}</em>"


def _note(text: str) -> str:
    return f' <small class="quiet">{_safe(text)}</small>' if text else ""


def _lang(text: str) -> str:
    return f'lang="{detect_language(text)}"'


def _safe(text: str) -> str:
    """Return a text from outside for the page: visible characters only, escaped."""
    return escape(normalise(text))
