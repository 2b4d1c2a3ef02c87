"""Two thousand questions that mean harm or nothing: none raises, and each gets a sane reply."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.answer.reply import Status
from retrieval.engine import Engine
from retrieval.index.builder import build_index
from retrieval.query.conversation import Turn
from retrieval.query.language import Language
from tests.support.corpora import write_corpus
from tests.support.encoders import CountingEncoder

MAX_TEXT_CHARS = 10_000  # what a reply says of its own, however long the question
PREVIOUS = Turn("Ai chủ trì hội nghị năm 2021?", Language.VIETNAMESE, ("hoi-nghi.txt#1",), "Nguyễn Văn An")

FTS = ['"', "NEAR(hội nghị, 5)", "* AND (", 'hội OR NOT "', "title:hội", "^hội*", "col1 : -a", "NEAR/0 NEAR"]
SQL = ["'; DROP TABLE article; --", "1 OR 1=1", "' UNION SELECT text FROM article --", "\\'); DELETE FROM passage;"]
HTML = ["<b>hội</i>", "<script>alert(1)</script>", "&lt;&#x1F600;&bogus;", "<a href='javascript:x'>", "]]>", "<!--"]
SHELL = ["$(rm -rf /)", "`id`", "%s%n%x", "{0.__class__}", "../../../../etc/passwd", "\\x00\\u0000", "${jndi:ldap://x}"]
BLANK = ["", " ", "\t\n\r", "\u200b\u200b", "\u2028", "???", "…!…", "。", "-" * 50, "\ufeff"]
MIXED = [
    "Кто chủ trì 会議 năm ٢٠٢١?",
    "هل حضر الاجتماع",
    "מי ניהל את הוועידה",
    "\u202eiougn ia\u202c",
    "\uff41\uff49 \uff43\uff48\u1ee7",
]
SURROGATES = ["\ud800", "ai \udfff chủ trì", "\ud83d", "hội nghị \udc00\ud800"]
EMOJI = ["😀😀😀", "👨‍👩‍👧‍👦 hội nghị", "🇻🇳 2021?", "Ai 👏🏽 chủ trì", "❤️"]
DATES = ["ngày 99-99-9999", "năm 0", "29-2-2021", "tháng 13", "từ 2025 đến 1999", "năm " + "9" * 400, "1/1/1/1/1/1"]
HALVES = ["còn?", "thì sao", "who else?", "ở đâu ở đâu ở đâu", "và và và", "còn năm năm năm?", "what about what about"]
WORDS = [*FTS, *SQL, *HTML, *SHELL, *BLANK, *MIXED, *SURROGATES, *EMOJI, *DATES, *HALVES, "hội nghị", "giá vàng", "ai"]
LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệ0123456789-/.,:;?!%\"'()[]<>&\u0301\u0323\u200d"
)

hostile = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join),
    st.text(max_size=200),
    st.text(alphabet=LETTERS, max_size=120),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Co", "Mn", "Zl", "Zp"]), max_size=60),
    st.tuples(st.sampled_from(WORDS), st.integers(1, 100_000)).map(lambda pair: (pair[0] * pair[1])[:100_000]),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder: Path = tmp_path_factory.mktemp("hostile")
    build_index(folder / "data", [write_corpus(folder / "corpus")], CountingEncoder())
    with closing(Engine(folder / "data", CountingEncoder())) as engine:
        yield engine


@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=hostile, previous=st.sampled_from([None, PREVIOUS]))
def test_hostile_question_gets_a_sane_reply(engine: Engine, question: str, previous: Turn | None) -> None:
    reply = engine.ask(question, previous=previous)
    assert reply.question == question
    assert 0 <= reply.confidence <= 1
    assert (reply.answer is None) == (reply.refusal is not None) == (reply.status is Status.REFUSED)
    for citation in (*reply.citations, *(other.citation for other in reply.alternatives)):
        view = engine.show(citation.article_id)
        assert view is not None
        assert citation.excerpt == view.article.text[citation.start : citation.end]
        assert all(0 <= start < end <= len(citation.excerpt) for start, end in citation.highlights)
    own = reply.to_json() | {"question": ""}
    text = json.dumps(own, ensure_ascii=False)
    assert len(text) < MAX_TEXT_CHARS
    text.encode("utf-8")  # no lone surrogate came through


def test_engine_answers_as_before_after_all_that(engine: Engine) -> None:
    reply = engine.ask("Ai chủ trì hội nghị?")
    assert reply.answer is not None
    assert reply.answer.text == "Nguyễn Văn An"
