"""How a document that was sent looks before it is added, and the question before an article is removed. Pure."""

import datetime as dt

from telegram import InlineKeyboardMarkup

from bot.telegram.admin.jobs import Inspected
from bot.telegram.admin.run_view import one_line
from bot.telegram.rendering.answers import source_line
from bot.telegram.rendering.buttons import Action, button, keyboard
from bot.telegram.rendering.markup import Block, Body, Quote, body, bold, cut, fitting, italic, line, plain
from bot.telegram.sending import Outgoing
from bot.telegram.texts import Texts
from retrieval.corpus.metadata import Found, Method
from retrieval.records import ArticleRecord

SHORT_CHARS = 200  # below which an article is told to be short
_OPENING_CHARS = (500, 250, 80)
_MAX_FIELD_CHARS = 250
_MAX_EVIDENCE_CHARS = 80


def preview_message(
    upload_id: int,
    name: str,
    found: Inspected,
    *,
    same_text: str | None,
    is_taken: bool,
    today: dt.date,
    texts: Texts,
) -> Outgoing:
    """Return what would be indexed of a document, with the buttons that decide.

    ``same_text`` is the id of an indexed article of the same text; ``is_taken`` says that the folder has a file of
    this name.
    """
    notes = warnings(found, same_text=same_text, is_taken=is_taken, today=today, texts=texts)
    text = fitting(lambda n_chars: _preview(name, found, notes, n_chars, texts), _OPENING_CHARS)
    return Outgoing(text, decision_buttons(upload_id, is_taken=is_taken, texts=texts))


def decision_buttons(upload_id: int, *, is_taken: bool, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return the buttons that add a document, in the place of the old file where there is one, or drop it."""
    admin = texts.admin
    if is_taken:
        adding = button(admin.doc_replace_button, Action.UPLOAD_REPLACE, upload_id)
    else:
        adding = button(admin.doc_add_button, Action.UPLOAD_ADD, upload_id)
    return keyboard([[adding, button(admin.doc_drop_button, Action.UPLOAD_DROP, upload_id)]])


def warnings(found: Inspected, *, same_text: str | None, is_taken: bool, today: dt.date, texts: Texts) -> list[str]:
    """Return what a person should know before adding a document."""
    admin = texts.admin
    is_inferred = found.published_method is not None and Found("", Method(found.published_method), "").is_inferred
    is_future = found.published is not None and dt.date.fromisoformat(found.published) > today
    notes = {
        admin.warn_same_name: is_taken,
        admin.warn_same_text.format(article=one_line(same_text or "", _MAX_FIELD_CHARS)): same_text is not None,
        admin.warn_no_title: found.title is None,
        admin.warn_no_source: found.source is None,
        admin.warn_no_date: found.published is None,
        admin.warn_inferred_date: is_inferred,
        admin.warn_future_date: is_future,
        admin.warn_short: found.n_chars < SHORT_CHARS,
    }
    return [note for note, applies in notes.items() if applies]


def removal_message(article: ArticleRecord, number: int, path: str, texts: Texts) -> Outgoing:
    """Return the question whether an article is to be removed, with the buttons that answer it."""
    admin = texts.admin
    text = body([
        line(bold(one_line(article.title or texts.untitled, _MAX_FIELD_CHARS))),
        line(italic(cut(source_line(article, texts), _MAX_FIELD_CHARS))),
        line(),
        line(plain(admin.remove_question.format(path=one_line(path, _MAX_FIELD_CHARS)))),
    ])  # fmt: skip
    yes, no = button(admin.remove_button, Action.REMOVE, number), button(admin.keep_button, Action.REMOVE_NOT, number)
    return Outgoing(text, keyboard([[yes, no]]))


def _preview(name: str, found: Inspected, notes: list[str], n_chars: int, texts: Texts) -> Body:
    admin = texts.admin
    size = admin.doc_field_size.format(passages=found.n_passages, chars=found.n_chars)
    blocks: list[Block] = [
        line(plain(admin.doc_title)),
        line(bold(one_line(name, _MAX_FIELD_CHARS))),
        line(),
        _field(admin.doc_field_title, found.title, texts),
        _field(admin.doc_field_source, found.source, texts),
        *([_field(admin.doc_field_author, found.author, texts)] if found.author else []),
        _field(admin.doc_field_date, _date(found, texts), texts),
        line(plain(size)),
        line(),
        line(plain(admin.doc_opening)),
        Quote((plain(cut(found.opening, n_chars)),)),
    ]
    if notes:
        blocks += [line(bold(admin.warnings_title)), *(line(plain(f"– {note}")) for note in notes)]
    return body(blocks)


def _field(label: str, value: str | None, texts: Texts) -> Block:
    return line(bold(label), plain(one_line(value or texts.admin.doc_unknown, _MAX_FIELD_CHARS)))


def _date(found: Inspected, texts: Texts) -> str | None:
    """Return the date with how it was found and in which words."""
    if found.published is None:
        return None
    day = texts.date(dt.date.fromisoformat(found.published))
    how = texts.admin.found_by.get(found.published_method or "", found.published_method or "")
    words = f": “{one_line(found.published_evidence, _MAX_EVIDENCE_CHARS)}”" if found.published_evidence else ""
    return f"{day} ({how}{words})"
