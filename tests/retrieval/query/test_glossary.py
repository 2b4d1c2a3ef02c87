import unicodedata
from importlib.resources import files

from retrieval.query.glossary import FILE_NAME, SEPARATOR, Glossary, english_glossary
from retrieval.query.language import Language
from retrieval.query.terms import question_terms

SMALL = Glossary({"conference": "hội nghị", "vice president": "phó chủ tịch", "president": "chủ tịch|tổng thống"})


def renderings(words: str) -> list[str]:
    return [" ".join(expression.renderings[0]) for expression in SMALL.expressions(words.split())]


def test_every_line_of_the_file_is_well_formed() -> None:
    text = files("retrieval.query").joinpath(FILE_NAME).read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.lower()
    forms: list[str] = []
    for line in text.splitlines():
        english, vietnamese = line.split("\t")
        forms += english.split(SEPARATOR)
        assert all(1 <= len(rendering.split()) <= 8 for rendering in vietnamese.split(SEPARATOR)), line
    assert all(form == " ".join(form.split()) != "" for form in forms)


def test_a_phrase_goes_before_its_words() -> None:
    assert renderings("the vice president") == ["phó chủ tịch"]
    assert renderings("the president") == ["chủ tịch"]


def test_regular_endings_are_taken_off() -> None:
    assert renderings("conferences") == ["hội nghị"]
    for inflected in ("cities", "chaired", "merging", "stopped", "largest"):
        assert english_glossary().expressions([inflected]), inflected


def test_an_unknown_word_has_no_rendering() -> None:
    assert SMALL.expressions(["xyzzy"]) == []


def test_an_english_question_is_matched_by_the_renderings_of_its_words() -> None:
    terms = question_terms("Who chaired the 2021 conference?", Language.ENGLISH)
    assert terms.folded == ("2021",)
    assert any(("hội_nghị",) in expression for expression in terms.expressions)


def test_a_vietnamese_question_has_no_expressions() -> None:
    assert question_terms("Ai chủ trì hội nghị?", Language.VIETNAMESE).expressions == ()
