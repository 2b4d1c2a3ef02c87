from pathlib import Path

import numpy as np
import pytest

from embeddings import open_encoder
from embeddings.base import Encoder, ModelUnavailableError
from embeddings.e5 import MAX_PASSAGES_WITHOUT_TORCH, E5Encoder
from embeddings.torch_engine import TorchEncoder

QUESTION = "Ai chủ trì hội nghị năm 2021?"
ON_TOPIC = "Đồng chí Phạm Minh Chính chủ trì hội nghị trực tuyến ngày 12-3-2021."
OFF_TOPIC = "Giá vàng trong nước sáng nay tăng nhẹ so với hôm qua."


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> E5Encoder:
    return E5Encoder(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def bulk(encoder: E5Encoder) -> TorchEncoder:
    return encoder._bulk


def test_vectors_have_the_contract_s_shape_and_length(encoder: E5Encoder) -> None:
    vectors = encoder.encode_passages([ON_TOPIC, OFF_TOPIC])
    assert vectors.shape == (2, encoder.identity.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_a_question_is_nearer_to_the_passage_that_answers(encoder: E5Encoder) -> None:
    query = encoder.encode_queries([QUESTION])[0]
    on_topic, off_topic = encoder.encode_passages([ON_TOPIC, OFF_TOPIC]) @ query
    assert on_topic > off_topic + 0.05


def test_no_texts_give_no_rows(encoder: E5Encoder) -> None:
    assert encoder.encode_queries([]).shape == (0, 384)
    assert encoder.encode_passages([]).shape == (0, 384)


def test_progress_counts_every_passage(encoder: E5Encoder) -> None:
    done: list[int] = []
    encoder.encode_passages([ON_TOPIC, OFF_TOPIC, QUESTION], done.append)
    assert sum(done) == 3


def test_both_engines_give_the_same_vectors(encoder: E5Encoder, bulk: TorchEncoder) -> None:
    texts = [ON_TOPIC, OFF_TOPIC, QUESTION, "37-NQ/TW; 6,08%", "Đà Nẵng  (3/2021)…"]
    by_c, by_torch = encoder.encode_passages(texts), bulk.encode_passages(texts)
    assert np.sum(by_c * by_torch, axis=1).min() > 0.995
    by_c, by_torch = encoder.encode_queries(texts), bulk.encode_queries(texts)
    assert np.sum(by_c * by_torch, axis=1).min() > 0.995


def test_bulk_goes_to_torch_and_agrees_with_few_at_a_time(encoder: E5Encoder, bulk: TorchEncoder) -> None:
    texts = [f"{ON_TOPIC} Lần thứ {number}." for number in range(MAX_PASSAGES_WITHOUT_TORCH + 1)]
    many = encoder.encode_passages(texts)
    few = encoder.encode_passages(texts[:4])
    assert np.sum(many[:4] * few, axis=1).min() > 0.995
    assert many == pytest.approx(bulk.encode_passages(texts), abs=1e-6)


def test_both_engines_have_one_identity(encoder: E5Encoder, bulk: TorchEncoder) -> None:
    assert bulk.identity == encoder.identity


def test_an_unpacked_folder_is_a_model_of_its_own(encoder: E5Encoder, bulk: TorchEncoder) -> None:
    folder = str(next(encoder._models_dir.iterdir()))
    other: Encoder = open_encoder(folder, Path("unused"))
    assert other.identity.dimension == 384
    assert other.identity.fingerprint.startswith("folder:")
    assert other.encode_queries([QUESTION]) == pytest.approx(bulk.encode_queries([QUESTION]), abs=1e-6)


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelUnavailableError, match="HOIDAP_MODEL"):
        TorchEncoder(str(tmp_path)).encode_queries(["x"])
