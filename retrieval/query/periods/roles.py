"""Tells what each period of a question says of the thing asked about, from the words around it.

The nearest words decide: a verb of holding just before the date, then review or plan as the last such word before it,
then a noun of events that the date stands with. What nothing claims is the time of a fact. Text is read folded: the
words of these lists mean the same with and without marks.
"""

import re
from collections.abc import Sequence

from retrieval.query.periods.period import Role
from retrieval.query.periods.reading import Stretch
from retrieval.text.dates import Precision
from retrieval.text.spelling import fold

_WINDOW_CHARS = 90
_JOINED = re.compile(
    r"[\s,]*(?:(?:va|and|hoac|or|hay|voi|with|so voi|compared (?:to|with)|nam|thang|ngay|quy|in|of)\s*)*"
)


def _words(*alternatives: str, end: str = r"(?!\w)") -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)}){end}")


# What stands between a word and the date it belongs to: "vào sáng ngày", "in the".
_LEAD = re.compile(
    r"(?<!\w)(?:(?:vao|trong|hoi|luc|tu|cho|cua|khoang|dip|ngay|sang|trua|chieu|toi|dem|thang|nam|quy|dau|giua|cuoi|hom"
    r"|cac|hai|ke tu|sau|truoc|truc tuyen|on|in|at|during|the|of|for|from|early|mid|late|years?|months?|\w+day|between"
    r"|since|after|before|by|online)[ ,(-]+)+$"
)

_EVENT = (
    *("hoi (?:nghi|thao|cho|thi|dam)", "toa dam", "hop bao", "dai hoi", "dien dan", "trien lam", "lien hoan", "le hoi"),
    *( "le (?:ky niem|khai|be|trao|ra|phat|dong|cong|mit|don|ky|mung)", "festival", "giao ban"),
    "(?:cuoc|buoi|phien|ky|ki) (?:hop|nhom|gap|lam viec|giao ban|bau cu|thi|toa dam|tiep|le|so ket|tong ket|chat van)",
    *("giai (?:bong|dau|vo dich|chay|quan|co|the thao)", "tran (?:dau|chung ket|ban ket|cau|gap|derby)", "chung ket"),
    *("chuyen tham", "phien toa", "bau cu", "tranh cu", "su kien", "trung cau dan y", "mit tinh", "ra quan"),
    *("conferences?", "meetings?", "sessions?", "summits?", "workshops?", "seminars?", "forums?", "congress"),
    *("festivals?", "briefings?", "exhibitions?", "fairs?", "elections?", "match", "races?", "tournaments?"),
    *("ceremony", "contests?", "competitions?", "visits?", "trials?", "talks", "events?", "gatherings?", "rally"),
    *("championships?", "assembly", "hearings?", "expo", "symposium", "plenums?", "gala", "hackathon", "referendums?"),
    *("review", "game", "launch"),
)  # fmt: skip
_EVENT_NOUN = _words(*_EVENT)
# A held thing's verb, or one of those that take part in it, just before the date; "Ban Tổ chức" is no verb.
_HELD_BEFORE = _words(
    *("dien ra", "(?<!ban )(?<!nganh )(?<!cong tac )(?<!cac )(?<!bo may )to chuc", "nhom hop", "hop", "khai mac"),
    *("be mac", "khai truong", "tien hanh", "chu tri", "chu toa", "tham du", "du", "mo man", "dang cai"),
    *("held", "hosted", "convened", "organi[sz]ed", "staged", "took place", "tak(?:e|es|ing) place", "opened", "met"),
    end=r"(?: (?:tai|o|in|at|online|truc tuyen)(?: [\w.-]+){0,6})?[ ,(]*$",
)
_TAKES_PART = _words(
    *("chu tri", "chu toa", "tham du", "du", "phat bieu", "khai mac", "be mac", "dien ra", "duoc to chuc", "mo"),
    *("chair(?:s|ed|ing)?", "co-?chaired", "presid(?:e|es|ed|ing)", "attend(?:s|ed|ing)?", "hosted", "spoke", "held"),
    *("took place", "take place", "opened", "represented"),
)
_REVIEW = _words(
    *("tong ket", "so ket", "nhin lai", "kiem diem", "ket qua cong tac"),
    "danh gia (?:cong tac|ket qua|tinh hinh|hoat dong|viec|nam|mot nam)",
    "bao cao(?: tom tat| tong hop| ket qua| tinh hinh| ve)* (?:cong tac|hoat dong|nam)",
    *("review(?:s|ed|ing)?", "sum(?:s|med|ming)? up", "summari[sz](?:ed|es|ing)", "look(?:s|ed|ing) back"),
    "wrap(?:s|ped|ping) up",
)
_REVIEWED_WORK = _words(
    *("cong tac", "ket qua", "tinh hinh", "hoat dong", "nhiem vu", "viec", "work", "results", "performance"),
)
# "The review in June" was held in June, "the review of June" is about it.
_NOUN_THEN_PREPOSITION = re.compile(r"\s*(?:\w+ ){0,2}(?:in|on|during|at|held)(?!\w)")
_REVIEW_AFTER = re.compile(r"(?: year-end| end-of-year| annual| yearly) (?:review|report|results|summary)(?!\w)")
_PLAN = _words(
    *("nhiem vu", "phuong huong", "ke hoach", "chi tieu", "du toan", "muc tieu", "chuong trinh cong tac"),
    *("trien khai cong tac", "tasks?", "plans?", "planned", "targets?", "goals?", "priorities", "objectives"),
    *("orientations?", "agenda", "budget", "work programme", "work program"),
)
# "Hoàn thành nhiệm vụ năm 2022" looks back on a year that is over.
_DONE = _words(
    "hoan thanh", "thuc hien", "ket qua", "vuot", "dat", end=r"(?: (?:tot|xuat sac|cac|toan bo|thang loi))*\s*$"
)
_PLAN_AFTER = re.compile(r"['’s]* (?:\w+ )?(?:tasks?|plans?|targets?|goals|priorities|budget)(?!\w)")

_TERMS = _words(
    *(
        "nhiem ky",
        "giai doan",
        "thoi ky",
        "nien khoa",
        "khoa",
        "nam hoc",
        "mua giai",
        "mua",
        "vu",
        "ke hoach (?:5|nam) nam",
    ),
    *("chuong trinh", "quy hoach", "chien luoc", "tam nhin(?: den)?", "term", "period", "phase", "season", "vision"),
    *("agenda", "(?:school|academic) year"),
    end=r"[\s(]*(?:nam |the )?$",
)
# Of a single year only these make a name: "mùa 2021" is a time.
_TERMS_OF_YEAR = _words("tam nhin(?: den)?", "vision", "agenda", end=r"[\s(]*(?:nam )?$")
_TERM_AFTER = re.compile(
    r"[\s)]*(?:\w+ )?(?:terms?|periods?|phases?|seasons?|tenures?|(?:school|academic|fiscal) year|plan|strategy)(?!\w)"
)
_COMPETITIONS = (
    *("world cup", "euro", "asian cup", "asiad", "sea games", "aff cup", "asean cup", "olympics?", "paralympics?"),
    *("v-?league", "copa america", "super bowl", "grand prix", "the van hoi", "miss \\w+", "hoa hau(?: \\w+){0,3}"),
)
_COMPETITION_BEFORE = _words(*_COMPETITIONS, end=r"[ ,(]*(?:nam )?$")
_COMPETITION_AFTER = _words(*_COMPETITIONS)
_LAW_NOUNS = "bo luat|luat|hien phap|phap lenh|hiep dinh|hiep uoc|cong uoc|tuyen ngon|dao luat|sac lenh|ban tuyen ngon"
_NOT_IN_A_NAME = r"(?!(?:nao|gi|duoc|ban hanh|thong qua|co|ky|sua doi|ra|la|do|vao|bi)(?!\w))"
_LAW_BEFORE = re.compile(rf"(?<!\w)(?:{_LAW_NOUNS})(?: {_NOT_IN_A_NAME}\w+){{0,5}}(?: nam)? $")
_LAW_AFTER = re.compile(
    r" (?!(?:in|on|of|to|for|by|at|did|was|were|is|the|who|what)(?!\w))(?:[a-z]+ ){0,3}?"
    r"(?:law|code|act|constitution|treaty|agreement|accords?|convention|protocol|ordinance)(?!\w)"
)
# The date of a numbered document is part of what it is called.
_DOCUMENT = re.compile(
    r"(?<!\w)(?:nghi quyet|chi thi|quyet dinh|quy dinh|ket luan|thong bao|nghi dinh|thong tu|cong van|ke hoach"
    r"|huong dan|cong dien|to trinh|directive|resolution|decision|decree|circular|regulation)(?: so| no\.?)? \S*\d\S*"
    r"(?: (?!(?:duoc|ban hanh|ra|ky|issued|signed|was|is|co|la|vao)(?!\w))[\w/-]+){0,8} (?:ngay |of |dated )$"
)
# "Đường 30/4", "dịp 2/9", "Cách mạng Tháng Tám": days whose names are dates.
_NAMED_DAY = _words(
    *("quoc khanh", "ky niem", "dip", "nghi le", "ngay le", "chao mung", "mung", "duong", "pho", "quang truong"),
    *("cong vien", "phu nu(?: viet nam)?", "nha giao(?: viet nam)?", "giai phong(?: mien nam)?", "thuong binh liet si"),
    *(
        "quoc te lao dong",
        "quoc te thieu nhi",
        "cach mang",
        "khung hoang",
        "giai phong quan",
        "doanh nhan(?: viet nam)?",
    ),
    end=r"[ ,(]*(?:ngay )?$",
)
_NOT_BEFORE_AN_EVENT = (
    r"(?!(?:in|on|of|at|for|to|from|with|and|by|who|what|did|was|were|is|the|that|which|a|have)(?!\w))"
)
_EVENT_AFTER = re.compile(rf"(?:['’]s)?[ -](?:{_NOT_BEFORE_AN_EVENT}[\w-]+ ){{0,4}}?(?:{'|'.join(_EVENT)})(?!\w)")
# "Mục tiêu tăng trưởng của tỉnh năm 2023" is one phrase; "kế hoạch được phê duyệt năm 2023" has a verb of its own.
_NEW_CLAUSE_VERB = re.compile(r"(?<!\w)(?:duoc|bi|gi|nao|was|were|is|did)(?!\w)")
# Between an event and its date no verb begins anew: "hội nghị nêu tăng trưởng năm 2020".
_NEW_CLAUSE = re.compile(
    r"[,;:?!]|(?<!\w)(?:neu|cho biet|thong bao|bao cao|danh gia|cong bo|ghi nhan|de ra|quyet dinh|thong qua|la|co|da"
    r"|dang|se|duoc|bi|tang|giam|dat|noi|thao luan|do|sau khi|truoc khi|that|which|who|was|were|is|did|do|does|says?"
    r"|said|report(?:s|ed)?|approved?|announced?|decided?|adopted?|agreed?|grew|rose|fell|reach(?:ed)?|has|have|had|will|must)(?!\w)"
)


def roles_of(stretches: Sequence[Stretch], text: str) -> list[Role]:
    """Return the role of each stretch, in the same order; ``text`` is the one that they were read from."""
    folded = fold(text)
    roles: list[Role] = []
    end = 0
    for stretch in stretches:
        if roles and _JOINED.fullmatch(folded, end, stretch.text_start):
            roles.append(roles[-1])
        else:
            before = folded[max(end, stretch.text_start - _WINDOW_CHARS) : stretch.text_start]
            roles.append(_role(stretch, before, folded[stretch.text_end :]))
        end = stretch.text_end
    if Role.HELD not in roles and _TAKES_PART.search(folded) and _EVENT_NOUN.search(folded):
        roles = [Role.HELD if role is Role.FACT else role for role in roles]
    return roles


def _role(stretch: Stretch, before: str, after: str) -> Role:
    """Return what the words before and after one date make of it."""
    lead = _LEAD.search(before)
    head = before[: lead.start()] if lead else before
    events = list(_EVENT_NOUN.finditer(before))
    claimed = _claimed(stretch, before)
    in_order = (
        (_is_name(stretch, before, after), Role.NAME),
        (_HELD_BEFORE.search(head), Role.HELD),
        (claimed, claimed or Role.FACT),
        (_REVIEW_AFTER.match(after), Role.REVIEWED),
        (_EVENT_AFTER.match(after), Role.HELD),
        (_PLAN_AFTER.match(after), Role.PLANNED),
        (events and not _NEW_CLAUSE.search(before, events[-1].end()), Role.HELD),
    )
    return next((role for holds, role in in_order if holds), Role.FACT)


def _claimed(stretch: Stretch, before: str) -> Role | None:
    """Return the role that the last word of review or plan before the date gives it, or None without one."""
    reviews = list(_REVIEW.finditer(before))
    plans = [match for match in _PLAN.finditer(before) if not _DONE.search(before[: match.start()])]
    review_end = reviews[-1].end() if reviews else -1
    plan_end = plans[-1].end() if plans else -1
    if max(review_end, plan_end) < 0 or before.rstrip().endswith(","):
        return None
    if plan_end > review_end:
        return Role.PLANNED if not _NEW_CLAUSE_VERB.search(before, plan_end) else None
    between = before[review_end:]
    is_of_a_time = stretch.precision in {Precision.DAY, Precision.MONTH} or stretch.is_rough
    if stretch.precision is Precision.DAY or (is_of_a_time and not _REVIEWED_WORK.search(between)):
        return Role.HELD
    if reviews[-1][0] == "review" and _NOUN_THEN_PREPOSITION.match(between):
        return Role.HELD
    return Role.REVIEWED


def _is_name(stretch: Stretch, before: str, after: str) -> bool:
    if _COMPETITION_BEFORE.search(before) or _COMPETITION_AFTER.match(after.lstrip()):
        return True
    if stretch.precision is Precision.YEARS and (_TERMS.search(before) or _TERM_AFTER.match(after)):
        return True
    if stretch.precision is Precision.YEAR:
        return bool(_TERMS_OF_YEAR.search(before) or _LAW_BEFORE.search(before) or _LAW_AFTER.match(after))
    if stretch.yearly:
        return _NAMED_DAY.search(before) is not None
    return stretch.precision is Precision.DAY and _DOCUMENT.search(before) is not None
