"""Signs of documents, as documents write them."""

import pytest

from retrieval.query.names.figures import written_sign


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("131-qđ/tw", "131-QĐ/TW"),
        ("131 - qd / tw", "131-QĐ/TW"),
        ("nghị định 100/2019/nd-cp", "nghị định 100/2019/NĐ-CP"),
        ("45/qd-ttg", "45/QĐ-TTg"),
        ("12-HD/BTCTW", "12-HD/BTCTW"),
        ("nghị quyết 19", "nghị quyết 19"),
        ("Huế", "Huế"),
    ],
)
def test_sign_typed_in_any_way_is_written_properly(typed: str, written: str) -> None:
    assert written_sign(typed) == written
