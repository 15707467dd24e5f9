"""BERT in plain operations: a graph that exports cleanly, and nothing that a small encoder does not need."""

import json
import math
from pathlib import Path

import torch
import torch.nn.functional as functional
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from .device import DEVICE

POSITIONS = 512
_LAYER_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "mixed_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "narrow_norm": "output.LayerNorm",
}
_EMBEDDING_NAMES = {
    "words": "word_embeddings",
    "positions": "position_embeddings",
    "segments": "token_type_embeddings",
    "norm": "LayerNorm",
}


class Layer(nn.Module):
    def __init__(self, width: int, inner: int, heads: int):
        super().__init__()
        self.heads, self.size = heads, width // heads
        self.query, self.key, self.value, self.mixed = (nn.Linear(width, width) for _ in range(4))
        self.mixed_norm = nn.LayerNorm(width, eps=1e-12)
        self.wide, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.narrow_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(0.0)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        query, key, value = (self._split(linear(states)) for linear in (self.query, self.key, self.value))
        weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(self.size) + bias, -1)
        mixed = self.mixed((weights @ value).transpose(1, 2).reshape(states.shape))
        states = self.mixed_norm(self.dropout(mixed) + states)
        return self.narrow_norm(self.dropout(self.narrow(functional.gelu(self.wide(states)))) + states)

    def _split(self, states: Tensor) -> Tensor:
        batch, length, _ = states.shape
        return states.view(batch, length, self.heads, self.size).transpose(1, 2)


class Bert(nn.Module):
    """(input_ids, attention_mask, token_type_ids) → last hidden state (batch, tokens, width)."""

    def __init__(self, config: dict):
        super().__init__()
        width, heads = config["hidden_size"], config["num_attention_heads"]
        self.config = config
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(POSITIONS, width)
        self.segments = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, config["intermediate_size"], heads) for _ in range(config["num_hidden_layers"])
        )

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        places = torch.cumsum(torch.ones_like(input_ids), 1) - 1
        states = self.norm(self.words(input_ids) + self.positions(places) + self.segments(token_type_ids))
        bias = (1.0 - attention_mask[:, None, None, :].to(states.dtype)) * -10000.0
        for layer in self.layers:
            states = layer(states, bias)
        return states


def pad(rows: list[list[int]]) -> tuple[Tensor, Tensor]:
    """Rows of numbers as one batch on the device, and the mask of what is no padding."""
    length = max(len(row) for row in rows)
    padded = torch.tensor([row + [0] * (length - len(row)) for row in rows])
    mask = torch.arange(length)[None] < torch.tensor([len(row) for row in rows])[:, None]
    return padded.to(DEVICE), mask.long().to(DEVICE)


def load_bert(folder: Path) -> Bert:
    """Reads config.json and model.safetensors in the usual BERT layout, onto the device; a head is left out."""
    model = Bert(json.loads((folder / "config.json").read_text()))
    stored = {name.removeprefix("bert."): tensor for name, tensor in load_file(folder / "model.safetensors").items()}
    model.load_state_dict({name: stored[_stored_name(name)].float() for name in model.state_dict()})
    return model.to(DEVICE).eval()


def save_bert(model: Bert, folder: Path) -> None:
    """Writes the encoder in half precision in the usual BERT layout."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(model.config, indent=1))
    tensors = {_stored_name(name): tensor.half().cpu().contiguous() for name, tensor in model.state_dict().items()}
    save_file(tensors, folder / "model.safetensors")


def _stored_name(name: str) -> str:
    parts = name.split(".")
    if parts[0] == "layers":
        return f"encoder.layer.{parts[1]}.{_LAYER_NAMES[parts[2]]}.{parts[3]}"
    return f"embeddings.{_EMBEDDING_NAMES[parts[0]]}.{parts[1]}"
