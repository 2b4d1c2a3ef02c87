"""Which texts the bot has: one record, filled in once a language, so that no language can lack one."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.courtesies import Courtesy
from bot.telegram.texts.admin_base import AdminTexts
from retrieval.query.language import Language


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything that the bot says in one language; names in braces are filled in where a text is used.

    A line of a longer text that begins with *stars* has them bold.
    """

    language: Language
    date: Callable[[dt.date], str]

    # --- around an answer ---
    understood_as: str
    nearest: str
    not_sure: str
    phrased: str
    copies: str
    untitled: str
    unknown_source: str
    unknown_date: str

    # --- buttons under an answer ---
    more_button: str
    around_button: str
    did_you_mean_button: str
    up_button: str
    down_button: str
    whole_article_button: str
    again_button: str
    read_at_button: str

    # --- what the buttons bring ---
    more_title: str
    around_title: str
    other_meaning: str
    passage_changed: str
    passage_gone: str
    no_more: str
    thanks_up: str
    thanks_down: str
    old_button: str
    not_yours: str

    # --- commands ---
    start: str
    help: str
    privacy: str
    sent_nowhere: str
    sent_to_model: str
    ask_usage: str
    new_conversation: str
    forgotten: str
    language_now: str
    language_prompt: str
    language_auto: str
    language_not_yours: str
    language_checking: str
    sources_title: str
    sources_empty: str
    article_usage: str
    article_unknown: str
    article_page: str
    unknown_command: str
    only_text: str
    courtesies: Mapping[Courtesy, str]
    commands: Mapping[str, str]
    admin_commands: Mapping[str, str]

    # --- limits and faults ---
    not_allowed: str
    too_fast: str
    too_fast_short: str
    queue_full: str
    timed_out: str
    failed: str
    failed_short: str
    index_unusable: str
    maybe_unsent: str

    # --- inline mode ---
    inline_hint: str
    inline_nothing: str

    admin: AdminTexts
