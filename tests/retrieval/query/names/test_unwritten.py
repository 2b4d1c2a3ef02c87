"""Names in small letters that no article writes."""

import pytest

from retrieval.answer.evidence.naming import stands_in
from retrieval.query.names.asked_name import NameKind
from retrieval.query.names.unwritten import unwritten_names

PLACE, PERSON = NameKind.PLACE, NameKind.PERSON
KNOWN = {("thu", "hut"), ("tan", "lap")}


def is_known(left: str, right: str) -> bool:
    return (left, right) in KNOWN


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("thị xã bình nguyên có mấy chợ", [(PLACE, "bình nguyên")]),
        ("ai dự ở điểm cầu huyện sơn thái", [(PLACE, "sơn thái")]),
        ("đại học phước long tuyển bao nhiêu sinh viên", [(PLACE, "phước long")]),
        ("luật sư đỗ gia khánh nói gì", [(PERSON, "đỗ gia khánh")]),
        ("tỉnh thu hút bao nhiêu dự án", []),
        ("huyện tân lập có mấy xã", []),
        ("tỉnh làm đường ở đâu", []),
        ("thị xã nào đông dân nhất", []),
        ("xã an bao nhiêu người", []),
        ("bình nguyên có mấy chợ", []),
        ("Thị xã Bình Nguyên có mấy chợ?", []),
        ("ông lê có mấy con", []),
        ("công ty mẹ lỗ bao nhiêu", []),
        ("giám đốc hợp tác xã cam hữu cơ là ai", []),
        ("Ai là chủ tịch xã sơn thái ở Cà Mau?", []),
    ],
)
def test_syllables_of_names_behind_a_head_are_a_name(question: str, names: list[tuple[NameKind, str]]) -> None:
    found = list(unwritten_names(question, is_known))
    assert [(name.kind, name.text) for name in found] == names
    assert all(name.is_firm for name in found)


def test_an_unwritten_name_is_found_by_its_letters_alone() -> None:
    (name,) = unwritten_names("thị xã bình nguyễn có mấy chợ", is_known)
    assert stands_in(name, "Chợ mới ở thị xã Bình Nguyên mở cửa.")
    assert not stands_in(name, "Đồi núi xen bình nguyên rộng.")
