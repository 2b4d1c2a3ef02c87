"""Places, bodies, documents, lists and reasons, and which sentence is chosen."""

from tests.retrieval.answer.spans.asking import answer, answer_to_english, found_in


def test_document_answers_with_its_number_and_nothing_more() -> None:
    sentence = "Thực hiện Nghị quyết số 19-NQ/TU và Kế hoạch số 07-KH/HU, huyện mở rộng vùng trồng chè."

    assert answer("Huyện mở rộng vùng trồng chè theo nghị quyết nào?", sentence) == "Nghị quyết số 19-NQ/TU"
    assert answer("huyen mo rong vung trong che theo ke hoach so may", sentence) == "Kế hoạch số 07-KH/HU"


def test_whole_enumeration_answers_behind_its_opening() -> None:
    sentence = "Bộ sản phẩm gồm: mật ong rừng, trà hoa vàng, măng khô và nấm hương."

    assert answer("Bộ sản phẩm gồm những gì?", sentence) == "mật ong rừng, trà hoa vàng, măng khô và nấm hương"


def test_items_on_lines_of_their_own_answer_below_a_colon() -> None:
    lines = ("Ba nguyên tắc của câu lạc bộ gồm:", "không bỏ tập;", "không dùng chất cấm;", "tôn trọng đối thủ.", "Hết.")
    found, text = found_in("Ba nguyên tắc của câu lạc bộ gồm những gì?", *lines)

    assert [span.of(text) for span in found.spans] == ["không bỏ tập", "không dùng chất cấm", "tôn trọng đối thủ"]


def test_reason_is_the_sentence_before_its_result() -> None:
    reason = "Hợp tác xã lắp hệ thống tưới nhỏ giọt cho toàn bộ vườn."
    result = "Nhờ vậy, lượng nước dùng cho vườn cam giảm một nửa."

    found, text = found_in("Vì sao lượng nước dùng cho vườn cam giảm?", reason, result)

    assert found.text_of(text) == f"{reason} {result}"


def test_cause_may_be_stated_behind_whoever_states_it() -> None:
    cause = "Trưởng phòng kỹ thuật của nhà máy, ông Lê Văn Tám, nhận định nguyên nhân là do ống dầu bị nứt."
    found, text = found_in("Vì sao tàu bốc cháy?", "Tàu bốc cháy khi đang thả lưới.", cause)
    assert found.has_type
    assert cause in text


def test_caption_gives_way_to_a_sentence_that_answers() -> None:
    caption = "Bà con xã Nậm Ty thu hoạch chè"
    sentence = "Đồng chí Lý Văn Páo hướng dẫn bà con xã Nậm Ty thu hoạch chè."

    assert answer("Ai hướng dẫn bà con xã Nậm Ty thu hoạch chè?", caption, sentence) == "Lý Văn Páo"


def test_words_of_the_sentence_before_count_for_the_one_that_refers_to_it() -> None:
    subject = "Trạm bơm Đại Áng phục vụ ba xã phía nam huyện."
    number = "Công trình có 6 tổ máy."
    other = "Huyện còn có 2 hồ chứa nước."

    assert "6 tổ máy" in answer("Trạm bơm Đại Áng có bao nhiêu tổ máy?", other, subject, number)


def test_sentence_answers_whole_when_the_kind_is_free() -> None:
    sentence = "Quy ước mới cấm thả trâu bò vào rừng đặc dụng."
    found, text = found_in("Quy ước mới cấm điều gì?", sentence, "Dân bản đồng tình.")

    assert found.text_of(text) == sentence
    assert not found.is_safe
    assert found.has_type


def test_score_is_higher_where_the_question_is_answered() -> None:
    question = "Nhà máy giấy xả bao nhiêu nước thải mỗi ngày?"
    answered, _ = found_in(question, "Nhà máy giấy xả 500 m³ nước thải mỗi ngày.")
    other, _ = found_in(question, "Nhà máy giấy nằm bên sông.")

    assert answered.score > other.score


def test_english_question_finds_the_document() -> None:
    sentence = "Theo Chỉ thị 12-CT/TU, các trường ngừng dạy thêm trong hè."

    assert answer_to_english("Which directive stopped extra classes at schools?", sentence) == "Chỉ thị 12-CT/TU"
