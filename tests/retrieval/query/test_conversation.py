import json

import pytest

from retrieval.query.conversation import Turn
from retrieval.query.language import Language


def test_a_turn_kept_before_titles_were_has_none() -> None:
    kept = {"question": "Giá vàng?", "language": "vi", "passages": ["gia-vang.txt#1"]}
    assert Turn.from_json(kept) == Turn("Giá vàng?", Language.VIETNAMESE, ("gia-vang.txt#1",))


def test_a_turn_comes_back_from_its_json() -> None:
    turn = Turn(
        "Giá vàng tháng 6 ra sao?", Language.VIETNAMESE, ("gia-vang.txt#1",), "tăng", "Giá vàng tháng 6", ("2%",)
    )
    assert Turn.from_json(json.loads(json.dumps(turn.to_json()))) == turn


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"question": "?", "language": "fr", "passages": []},
        {"question": 1, "language": "vi", "passages": []},
        {"question": "?", "language": "vi", "passages": [1]},
        {"question": "?", "language": "vi", "passages": None},
        {"question": "?", "language": "vi", "passages": [], "title": 1},
        {"question": "?", "language": "vi", "passages": [], "further": [1]},
    ],
)
def test_other_values_are_no_turn(values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="turn"):
        Turn.from_json(values)
