"""Half a question, taken apart: what it names anew, what it asks anew, and what in it points back."""

from dataclasses import dataclass
from enum import StrEnum

from retrieval.query.followups.asked import AskedPhrase
from retrieval.query.followups.names import NamePhrase
from retrieval.query.followups.ordinals import Ordinal
from retrieval.query.followups.periods import PeriodPhrase
from retrieval.query.language import Language


class Pointing(StrEnum):
    """What a word that points back ("ông ấy", "hội nghị đó", "there") stands for in the question before."""

    PERSON = "person"
    PERSONS = "persons"
    THING = "thing"
    PLACE = "place"
    TIME = "time"
    FACT = "fact"
    # Nothing points: the subject, or what the verb is about, is left out.
    SUBJECT = "subject"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a clause points back, [start, end); of "hội nghị đó" the ``noun`` is "hội nghị".

    For SUBJECT and OBJECT start and end are where the subject or the object belongs.
    """

    kind: Pointing
    start: int
    end: int
    noun: str = ""
    is_possessive: bool = False


@dataclass(frozen=True, slots=True)
class Half:
    """Half a question in ``language``.

    Offsets of ``period``, ``name`` and ``reference`` count in ``text``, the question with its marks and without
    lead-in ("còn"), tail ("thì sao") and final punctuation. ``noun`` is a phrase without a name, or about one ("giá
    bạc", "Đại học Huế"); ``ordinal`` says which of several ("lần thứ hai").
    """

    text: str
    language: Language
    wants_more: bool = False
    period: PeriodPhrase | None = None
    name: NamePhrase | None = None
    noun: str = ""
    ordinal: Ordinal | None = None
    asked: AskedPhrase | None = None
    reference: Reference | None = None
