"""The periods that a question names, what each says of the thing asked about, and how to say them back.

"Hội nghị năm 2021" means one held in 2021, "hội nghị tổng kết năm 2021" one that looks back on it, "quy hoạch nhiệm kỳ
2025-2030" none that a date could decide. Which of these it is stands in the words around the date.
"""

from retrieval.query.periods.asked import asked_periods
from retrieval.query.periods.period import AskedPeriods, Bound, MonthDay, Order, Period, Recency, Role
from retrieval.query.periods.wording import describe_period

__all__ = [
    "AskedPeriods",
    "Bound",
    "MonthDay",
    "Order",
    "Period",
    "Recency",
    "Role",
    "asked_periods",
    "describe_period",
]
