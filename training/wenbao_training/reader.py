"""
The reader: a question and a sentence, read together → one logit, "this sentence answers this question".

A cross-encoder: every token of the question sees every token of the sentence in every layer, so that one word too
many or too few (a price, a reason, another place) can turn the verdict. It starts from the trained encoder.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as functional
from tokenizers import Tokenizer
from torch import Tensor, nn

from .bert import Bert, pad
from .device import DEVICE, half_where_quicker


class Reader(nn.Module):
    """(input_ids, attention_mask, token_type_ids) of [CLS] question [SEP] sentence [SEP] → logits (batch, 1)."""

    def __init__(self, bert: Bert, dropout: float = 0.0):
        super().__init__()
        self.bert = bert
        self.dropout = nn.Dropout()
        self.verdict = nn.Linear(bert.config["hidden_size"], 1)
        self.drop(dropout)

    def drop(self, share: float) -> None:
        """The share of the states that a training drops."""
        for part in (self, *self.bert.layers):
            part.dropout.p = share

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        states = self.bert(input_ids, attention_mask, token_type_ids)
        return self.verdict(self.dropout(states[:, 0]))


@dataclass(frozen=True)
class EncodedPairs:
    """Pairs as passes of like length, so that little is padded; `order` gives each logit's place in the passes."""

    passes: list[tuple[Tensor, Tensor, Tensor]]
    order: Tensor


def encode_pairs(tokenizer: Tokenizer, pairs: list[tuple[str, str]], chunk: int = 96) -> EncodedPairs:
    encoded = tokenizer.encode_batch(pairs)
    order = sorted(range(len(pairs)), key=lambda index: len(encoded[index]))
    passes = []
    for start in range(0, len(order), chunk):
        part = [encoded[index] for index in order[start : start + chunk]]
        ids, mask = pad([one.ids for one in part])
        segments, _ = pad([one.type_ids for one in part])
        passes.append((ids, mask, segments))
    return EncodedPairs(passes, torch.tensor(order, device=DEVICE).argsort())


def read_encoded(reader: Reader, encoded: EncodedPairs) -> Tensor:
    """Logits (pairs,) in order and in single precision."""
    logits = []
    for ids, mask, segments in encoded.passes:
        with half_where_quicker():
            logits.append(reader(ids, mask, segments).squeeze(1).float())
    return torch.cat(logits)[encoded.order]


def read_pairs(reader: Reader, tokenizer: Tokenizer, pairs: list[tuple[str, str]], chunk: int = 96) -> Tensor:
    """As `read_encoded`."""
    return read_encoded(reader, encode_pairs(tokenizer, pairs, chunk))


def answer_losses(logits: Tensor, labels: Tensor, weights: Tensor, groups: Tensor, sentences: Tensor) -> Tensor:
    """BCE on each pair + softmax among the sentences of a question + softmax among the questions of a sentence."""
    binary = functional.binary_cross_entropy_with_logits(logits, labels, weight=weights)
    return binary + 0.5 * ranking_loss(logits, labels, groups) + 0.5 * ranking_loss(logits, labels, sentences)


def ranking_loss(logits: Tensor, labels: Tensor, groups: Tensor) -> Tensor:
    """Mean over the positives of −log of their share among the negatives of their group; group −1 is none."""
    rivals = (groups[:, None] == groups[None]) & (groups >= 0)[:, None] & (labels == 0)[None]
    chosen = (labels > 0) & rivals.any(1)
    if not chosen.any():
        return logits.sum() * 0
    spread = logits[None].expand(len(logits), -1).masked_fill(~rivals, float("-inf"))
    against = torch.logsumexp(spread[chosen], 1)
    return functional.softplus(against - logits[chosen]).mean()
