"""What administrators read in English."""

import datetime as dt

from bot.telegram.texts.admin_base import AdminTexts

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_KILO = 1024


def _duration(seconds: float) -> str:
    whole = max(0, round(seconds))
    days, hours, minutes = whole // _DAY, whole % _DAY // _HOUR, whole % _HOUR // _MINUTE
    if days:
        return f"{_n(days, 'day')} {hours} h" if hours else _n(days, "day")
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    return f"{minutes} min" if minutes else f"{whole} s"


def _n(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _size(n_bytes: int) -> str:
    size = float(n_bytes)
    for unit in ("bytes", "KB", "MB"):
        if size < _KILO:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= _KILO
    return f"{size:.1f} GB"


def _moment(moment: dt.datetime) -> str:
    return f"{moment:%H:%M:%S} on {moment.day} {moment:%b %Y}"


ENGLISH_ADMIN = AdminTexts(
    refused="Only those who run this bot can do that. Just type a question, and I will answer it.",
    only_private="Please use this command in a private chat with me.",
    moment=_moment,
    duration=_duration,
    latency=lambda seconds: f"{seconds:.2f} s",
    size=_size,
    and_more="… and {n} more",
    read_faults={},
    read_fault_line="line {line}: {fault}",
    run_title="Bringing the articles up to date",
    run_starting="Getting ready…",
    run_stages={
        "read": "Reading files: {done}/{total}",
        "embed": "Working on new passages: {done}/{total}",
        "write": "Writing the index: {total} passages",
    },
    run_time_left="About {duration} left in this step.",
    run_note="I go on answering questions meanwhile.",
    run_stop_button="Stop",
    run_busy="An update is running already ({progress}). Please wait for it, or stop it with /cancel.",
    run_queued="An update is running; the next one follows right after it.",
    run_stopping="I am stopping the update.",
    run_nothing_to_stop="No update is running.",
    run_not_ours="Another program is updating the articles (hoidap index); I cannot stop that one.",
    run_stopped="Stopped, as asked. The articles are as they were before.",
    run_interrupted=(
        "This update was cut off when the bot was restarted. The articles are as they were; /reindex starts it again."
    ),
    run_shut_down=(
        "This update stopped because the bot is shutting down. The articles are as they were; /reindex starts it again."
    ),
    run_done="The articles are up to date",
    run_done_below="The update is finished; the report is below.",
    run_no_change="Nothing has changed.",
    run_added="Added: {n}",
    run_changed="Changed: {n}",
    run_removed="Removed: {n}",
    run_failed="Could not be read: {n}",
    run_totals="Unchanged: {unchanged}. Passages: {passages}. Generation {generation}, in {duration}.",
    run_faults={
        "busy": "Another program is updating the articles (hoidap index). Please try again when it has finished.",
        "corpus": "There are no articles in the folder that is set. What I have is as it was.",
        "index": "The index is damaged. Run hoidap doctor on the server; it says what mends it.",
        "model": "The model cannot be used. The articles are as they were; hoidap doctor says what mends it.",
        "disk": "The disk cannot be written to (no room, or no permission). The articles are as they were.",
        "crash": "The update failed and has stopped; the log has the details. The articles are as they were.",
    },
    roots_question=(
        "The articles I have were read from:\n{old}\n\nThe folder set for the bot is:\n{new}\n\n"
        "An update drops every article that is not in this folder. Do you want to go on?"
    ),
    roots_button="Update from this folder",
    roots_kept="All right, I leave the articles as they are.",
    keep_button="No, leave it",
    status_title="How the bot is doing",
    status_generation="Generation {number}, made at {when} ({ago} ago)",
    status_counts="Articles: {articles}, passages: {passages}",
    status_model="Model: {model}",
    status_unusable="Articles: the index cannot be used; run hoidap doctor on the server.",
    status_uptime="Running for {duration}",
    status_today="Questions today: {n}, without an answer: {refused}",
    status_all="Questions in {days} days: {n}, without an answer: {refused}",
    status_latency="Time to answer in the last 24 hours: median {median}; 95% within {p95}",
    status_no_latency="Time to answer: no questions in the last 24 hours",
    status_poll="Telegram last reached: {when} ({ago} ago)",
    status_no_poll="Telegram has not been reached since the start.",
    status_run="An update is running: {progress}",
    status_run_elsewhere="Another program is updating the articles (hoidap index).",
    status_no_run="No update is running.",
    status_disk="Data directory: {size}",
    unanswered_title="Questions without an answer: {n}, latest first (page {page} of {pages})",
    unanswered_none="So far there is no question that I could not answer.",
    unanswered_when="{ago} ago",
    reasons={
        "empty_question": "the question was empty",
        "empty_index": "there are no articles",
        "nothing_found": "nothing found",
        "name_not_found": "the name is in no article",
        "date_not_found": "nothing from that time",
        "number_not_found": "the number is in no article",
        "byline_not_found": "the article does not name its author",
        "publication_not_found": "the article does not say when it was published",
        "answer_type_not_found": "the articles do not say this",
        "nothing_more": "nothing more than was said before",
        "low_confidence": "not sure enough",
    },
    doc_kind="I take these files: {kinds}. Please send it again as one of them.",
    doc_too_big="This file is larger than the 20 MB that bots may download. Please copy it to the folder of articles.",
    doc_no_folder="I cannot add articles: {corpus} is not a folder (HOIDAP_CORPUS).",
    doc_not_writable="I cannot add or remove articles: the bot may not write to the folder {corpus} (HOIDAP_CORPUS).",
    doc_not_fetched="I could not download this file from Telegram. Please send it again.",
    doc_unreadable="This file cannot be added:\n{error}",
    doc_too_slow="Reading this file took too long, so I stopped; it is not added.",
    doc_not_checked="Something went wrong while I read this file; it is not added, and the log has the details.",
    doc_title="This file would be added as follows:",
    doc_field_title="Title: ",
    doc_field_source="Newspaper: ",
    doc_field_author="Author: ",
    doc_field_date="Published: ",
    doc_field_size="Passages: {passages}, characters: {chars}",
    doc_opening="It begins:",
    doc_unknown="unknown",
    found_by={
        "declared": "stated in the file's properties",
        "url": "from the article's address",
        "stamp_line": "from a line with date and time",
        "title_line": "from the title line",
        "heading": "from a heading",
        "repeated_line": "from a repeated line",
        "dateline": "from the dateline",
        "byline": "from the byline",
        "credit": "from the line that names the source",
        "imprint": "from the imprint",
        "file_name": "from the file's name",
        "lead": "from the first paragraph",
        "inferred_from_publication": "inferred from the publication date",
        "inferred_from_text": "inferred from the text",
        "inferred_from_event": "inferred from the date of the event",
        "inferred_from_venue": "inferred from the place",
        "inferred_from_portal": "inferred from the portal",
        "photo_credit": "from a photo credit",
    },
    warnings_title="Please note:",
    warn_no_title="no title was found",
    warn_no_source="the newspaper is unknown",
    warn_no_date="no date was found; questions about a time may miss this article",
    warn_inferred_date="the date is inferred, the article does not state it",
    warn_future_date="the date is in the future",
    warn_short="the article is very short; the file may lack some of it",
    warn_same_text="the text is the same as that of {article}, which I have already",
    warn_same_name="the folder has a file of this name; replacing it loses the old one",
    doc_add_button="Add it",
    doc_replace_button="Replace the old file",
    doc_drop_button="Drop it",
    doc_added="{name} is now in the folder of articles.",
    doc_replaced="{name} has been replaced in the folder of articles.",
    doc_dropped="{name} was dropped and not added.",
    doc_gone="This file has been dealt with, or has waited too long. Please send it again if you still need it.",
    doc_name_taken="There is now a file named {name} in the folder. Do you want to replace it?",
    doc_not_stored="I could not write {name} to the folder of articles (no room, or no permission).",
    remove_usage=(
        "Please type the article's id or number after the command, such as: /remove gold-price.txt or /remove 3. "
        "/sources has the numbers."
    ),
    remove_question="Delete the file {path} from the folder of articles, and drop the article? It cannot be undone.",
    remove_button="Delete this article",
    removed="{path} was deleted from the folder of articles.",
    remove_kept="All right, I keep {path}.",
    remove_line=(
        "This article is line {line} of the file {path}, and I cannot remove it alone. Please take the line out and "
        "then type /reindex."
    ),
    remove_outside="This article is not in the bot's folder of articles ({corpus}), so I cannot remove it.",
    remove_gone="The file of this article is no longer in the folder of articles. /reindex brings me up to date.",
    remove_last="This is the last article, so I keep it. Please add another one first.",
    remove_failed="I could not delete {path} (no permission, or a fault of the disk).",
)
