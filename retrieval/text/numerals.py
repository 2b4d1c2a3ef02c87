"""The number words from one to ten, for all that reads or writes small numbers: the first of each stands for 1."""

CARDINALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
"""As things are counted: "ba xã"."""

RANKS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
"""As things are numbered: "thứ tư"."""

ENGLISH_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ENGLISH_RANKS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
