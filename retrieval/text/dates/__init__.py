"""Dates as Vietnamese (and English) news writes them: "Sáng 12-3", "tháng 12-2020", "6 tháng đầu năm 2023".

One reader serves the articles, where it gives event and publication dates, and the questions, where it gives the period
asked for. General date libraries guess too much here: they take "37-NQ/TW", "113/172" or "1-2 người" for dates and
lose "6 tháng đầu năm". So a number is a date only when its form or the word before it says so.
"""

from retrieval.text.dates.finder import find_dates
from retrieval.text.dates.span import DateSpan, Precision

__all__ = ["DateSpan", "Precision", "find_dates"]
