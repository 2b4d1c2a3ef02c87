from retrieval.query.language import Language
from retrieval.query.terms import Typing, question_terms


def test_a_marked_question_is_matched_with_marks_and_without() -> None:
    terms = question_terms("Hội nghị hoà", Language.VIETNAMESE)
    assert terms.typing is Typing.MARKED
    assert terms.marked == ("hội", "nghị", "hòa", "hội_nghị", "nghị_hòa")
    assert terms.folded == ("hoi", "nghi", "hoa", "hoi_nghi", "nghi_hoa")
    assert terms.to_embed == ("Hội nghị hòa",)


def test_a_bare_question_is_matched_without_marks_only() -> None:
    terms = question_terms("hoi nghi", Language.VIETNAMESE)
    assert terms.typing is Typing.BARE
    assert terms.marked == ()
    assert terms.folded == ("hoi", "nghi", "hoi_nghi")


def test_of_an_english_question_only_names_and_figures_are_matched() -> None:
    terms = question_terms("Who chaired the 2021 conference in Đà Nẵng and Thanh Hoa?", Language.ENGLISH)
    assert terms.typing is Typing.FOREIGN
    assert terms.marked == ()
    assert terms.folded == ("2021", "da", "nang", "da_nang", "thanh", "hoa", "thanh_hoa")


def test_a_question_word_in_capitals_is_no_name() -> None:
    assert question_terms("Who And When", Language.ENGLISH).folded == ()


def test_restored_marks_are_told_from_typed_ones() -> None:
    assert question_terms("hội nghị", Language.VIETNAMESE, restored=True).typing is Typing.RESTORED


def test_english_words_are_matched_by_the_pairs_of_their_renderings() -> None:
    terms = question_terms("Who chaired the United Nations summits on fish?", Language.ENGLISH)
    assert terms.expressions[0] == (("chủ_trì",), ("chủ_tọa",))
    assert terms.expressions[1][0] == ("liên_hợp", "hợp_quốc")
    assert terms.expressions[3] == (("cá",),)


def test_an_expression_asked_for_twice_is_matched_once() -> None:
    assert len(question_terms("which city beats which cities", Language.ENGLISH).expressions) == 2


def test_a_month_and_a_country_are_told_from_small_words_by_their_capitals() -> None:
    assert question_terms("May the US", Language.ENGLISH).expressions == (
        (("tháng_năm",), ("tháng_5",)),
        (("mỹ",), ("hoa_kỳ",)),
    )
    assert question_terms("which may us", Language.ENGLISH).expressions == ()


def test_a_vietnamese_question_has_no_english_expressions() -> None:
    assert question_terms("Chủ tịch party committee là ai", Language.VIETNAMESE).expressions == ()


def test_an_english_question_is_embedded_as_typed_and_word_for_word() -> None:
    question = "How many villages were merged by the Zorblax in Thanh Hoa after the flood?"
    assert question_terms(question, Language.ENGLISH).to_embed == (
        question,
        "bao nhiêu làng sáp nhập Zorblax ở Thanh Hóa sau lũ lụt",
    )


def test_small_words_and_genitives_of_an_english_question_are_not_embedded() -> None:
    terms = question_terms("Who moved up to lead Hue's team?", Language.ENGLISH)
    assert terms.to_embed[1] == "ai điều động dẫn đầu Huế đội"
    assert (terms.n_content_words, terms.n_unread) == (5, 0)
