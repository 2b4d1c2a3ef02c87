"""Which texts the bot has for administrators: one record a language, as for everybody else's."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AdminTexts:
    """Everything that administrators read in one language; names in braces are filled in where a text is used."""

    refused: str
    only_private: str
    moment: Callable[[dt.datetime], str]
    duration: Callable[[float], str]  # of seconds
    latency: Callable[[float], str]  # of seconds, to the hundredth
    size: Callable[[int], str]  # of bytes
    and_more: str
    read_faults: Mapping[str, str]  # why a file cannot be read, by words of the English error; without it, that one
    read_fault_line: str

    # --- a run of indexing ---
    run_title: str
    run_starting: str
    run_stages: Mapping[str, str]
    run_time_left: str
    run_note: str
    run_stop_button: str
    run_busy: str
    run_queued: str
    run_stopping: str
    run_nothing_to_stop: str
    run_not_ours: str
    run_stopped: str
    run_interrupted: str
    run_shut_down: str
    run_done: str
    run_done_below: str
    run_no_change: str
    run_added: str
    run_changed: str
    run_removed: str
    run_failed: str
    run_totals: str
    run_faults: Mapping[str, str]
    roots_question: str
    roots_button: str
    roots_kept: str
    keep_button: str

    # --- status ---
    status_title: str
    status_generation: str
    status_counts: str
    status_model: str
    status_unusable: str
    status_uptime: str
    status_today: str
    status_all: str
    status_latency: str
    status_no_latency: str
    status_poll: str
    status_no_poll: str
    status_run: str
    status_run_elsewhere: str
    status_no_run: str
    status_disk: str

    # --- questions without an answer ---
    unanswered_title: str
    unanswered_none: str
    unanswered_when: str
    reasons: Mapping[str, str]

    # --- documents ---
    doc_kind: str
    doc_too_big: str
    doc_no_folder: str
    doc_not_writable: str
    doc_not_fetched: str
    doc_unreadable: str
    doc_too_slow: str
    doc_not_checked: str
    doc_title: str
    doc_field_title: str
    doc_field_source: str
    doc_field_author: str
    doc_field_date: str
    doc_field_size: str
    doc_opening: str
    doc_unknown: str
    found_by: Mapping[str, str]
    warnings_title: str
    warn_no_title: str
    warn_no_source: str
    warn_no_date: str
    warn_inferred_date: str
    warn_future_date: str
    warn_short: str
    warn_same_text: str
    warn_same_name: str
    doc_add_button: str
    doc_replace_button: str
    doc_drop_button: str
    doc_added: str
    doc_replaced: str
    doc_dropped: str
    doc_gone: str
    doc_name_taken: str
    doc_not_stored: str

    # --- removing an article ---
    remove_usage: str
    remove_question: str
    remove_button: str
    removed: str
    remove_kept: str
    remove_line: str
    remove_outside: str
    remove_gone: str
    remove_last: str
    remove_failed: str
