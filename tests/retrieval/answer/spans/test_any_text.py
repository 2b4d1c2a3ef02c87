"""Whatever is asked of whatever text: an answer whose spans are the text's own, in order, and no exception."""

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.query.language import Language
from tests.retrieval.answer.spans.asking import found_in

QUESTIONS = st.sampled_from(
    [
        "Ai chủ trì?",
        "Bí thư xã là ai?",
        "Lê Văn An là ai?",
        "Khi nào?",
        "Bao nhiêu thôn và bao nhiêu xã?",
        "Ở đâu?",
        "Trường nào?",
        "Nghị quyết nào?",
        "Gồm những gì?",
        "Vì sao?",
        "",
    ]
) | st.text(max_size=30)
# The pieces that the rules look for, in any order.
PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "Lê Văn An",
                "Bí thư",
                ",",
                ";",
                ":",
                " - ",
                "(",
                ")",
                "và",
                "đồng chí",
                "12-3",
                "năm",
                "3",
                "%",
                "/",
                "-",
            ),
            *(
                "là",
                "Nghị quyết số 7-NQ/TW",
                "aaaaaaaaaaaaaaaaaaaaaaaa_",
                "1.5",
                "tại",
                "Huế",
                "  ",
                "gồm",
                "Vì vậy",
                "Ông",
            ),
        ]
    ),
    min_size=1,
    max_size=40,
).map(" ".join)


@settings(deadline=None)
@given(
    QUESTIONS, st.lists(PIECES | st.text(min_size=1, max_size=60), min_size=1, max_size=4), st.sampled_from(Language)
)
def test_spans_are_of_the_text_when_any_text_is_asked(question: str, sentences: list[str], language: Language) -> None:
    found, text = found_in(question, *sentences, language=language)

    assert found.spans
    assert all(0 <= span.start < span.end <= len(text) for span in (*found.spans, found.sentence))
    assert [span.start for span in found.spans] == sorted(span.start for span in found.spans)
