"""Exit statuses of the command line, and the error for what only the command line can find wrong."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """What a run tells its caller."""

    DONE = 0
    REFUSED = 1  # the articles hold no answer
    USAGE = 2  # wrong usage or configuration
    UNUSABLE = 3  # the index or the model is missing or cannot be used
    INTERRUPTED = 130  # as the shell reports Ctrl-C
    CLOSED_PIPE = 141  # as the shell reports a reader that went away, such as head


class CommandError(Exception):
    """A command cannot do what was asked; the message says what is wrong and what would mend it. Exit status 2."""
