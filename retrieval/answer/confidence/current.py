"""The confidence model of a data directory as it is now: a running bot uses a new file from the next question on.

A look at the file's times costs some microseconds a question; it is read where they have changed.
"""

import logging
from pathlib import Path

from retrieval.answer.confidence.confidence import FILE_NAME, ConfidenceFileError, ConfidenceModel, read_confidence

_logger = logging.getLogger(__name__)


class CurrentConfidence:
    """The model of a data directory, or the one that ships where it has none."""

    def __init__(self, data_dir: Path) -> None:
        """Read the model.

        Raises:
            ConfidenceFileError: the file is damaged.
        """
        self._data_dir = data_dir
        self._stamp = self._seen()
        self._model = read_confidence(data_dir)

    def model(self) -> ConfidenceModel:
        """Return the model, read anew if the file is another than before.

        A damaged file is said in the log, once, and the model before it counts on: answers do not stop for it.
        """
        stamp = self._seen()  # before reading: a file that changes meanwhile is another at the next question
        if stamp != self._stamp:
            self._stamp = stamp
            try:
                self._model = read_confidence(self._data_dir)
            except ConfidenceFileError as error:
                _logger.warning("%s; until then the confidence read before it counts on", error)
            else:
                _logger.info("a new confidence counts: %s", self._model.fitted_on)
        return self._model

    def _seen(self) -> tuple[int, int, int] | None:
        """Return what changes with the file; None where there is none that can be looked at."""
        try:
            status = (self._data_dir / FILE_NAME).stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns, status.st_size
