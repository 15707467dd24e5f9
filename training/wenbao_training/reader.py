"""The reader: a question and a sentence → one logit, "this sentence answers this question".

Both are read by the encoder that is trained already, each alone; what is trained is the comparison of their tokens.
Each word of the question looks up its counterpart in the sentence, the two are compared, and the comparisons are
summed up: a single word without a counterpart (a price, a reason, another place) can turn the verdict. On two cores
this learns in minutes from every pair of a paragraph, where reading the pair together did not get as far in an hour.
"""

import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from .bert import Bert

FAR = -10000.0
QUESTION_TOKENS, SENTENCE_TOKENS = 50, 140
# Entries of a unit vector of 512 are about .044: brought to about 1.
UNIT, PRODUCT = 22.0, 500.0


class Comparison(nn.Module):
    """Unit token vectors of questions and of sentences, with their masks → logits (batch, 1)."""

    def __init__(self, width: int, inner: int = 160, dropout: float = 0.25):
        super().__init__()
        self.sharpness = nn.Parameter(torch.tensor(20.0))
        self.compare = nn.Linear(4 * width, inner)
        self.cosine = nn.Linear(1, inner, bias=False)
        self.weigh = nn.Linear(inner, 1)
        self.gather = nn.Linear(2 * inner + 2, 64)
        self.verdict = nn.Linear(64, 1)
        # Late interaction itself: training starts from what the encoder knows.
        self.likeness = nn.Linear(2, 1)
        self.dropout = nn.Dropout(dropout)
        with torch.no_grad():
            self.likeness.weight.copy_(torch.tensor([[24.0, 3.0]]))
            self.likeness.bias.fill_(-21.0)
            self.verdict.weight.mul_(0.1)

    def forward(self, question: Tensor, asked: Tensor, sentence: Tensor, said: Tensor) -> Tensor:
        cosines = question @ sentence.transpose(1, 2) + (1.0 - said)[:, None, :] * FAR
        best = cosines.max(2).values
        counterpart = torch.softmax(cosines * self.sharpness, -1) @ sentence
        both = [question * UNIT, counterpart * UNIT, question * counterpart * PRODUCT]
        compared = self.compare(torch.cat([*both, (question - counterpart).abs() * UNIT], -1))
        words = self.dropout(functional.gelu(compared + self.cosine(best.unsqueeze(-1))))
        unasked = (1.0 - asked) * FAR
        weights = torch.softmax(self.weigh(words).squeeze(-1) + unasked, -1)
        mean = (best * asked).sum(1, keepdim=True) / asked.sum(1, keepdim=True).clamp(min=1.0)
        least = (best + (1.0 - asked) * 2.0).min(1, keepdim=True).values.clamp(max=1.0)
        likeness = torch.cat([mean, least], 1)
        summed = (weights.unsqueeze(-1) * words).sum(1)
        strongest = (words + unasked.unsqueeze(-1)).max(1).values
        gathered = functional.gelu(self.gather(torch.cat([summed, strongest, likeness], 1)))
        return self.verdict(gathered) + self.likeness(likeness)


class Reader(nn.Module):
    """(input_ids, attention_mask, token_type_ids) → logits (batch, 1): the form that is exported."""

    def __init__(self, bert: Bert, comparison: Comparison):
        super().__init__()
        self.bert, self.comparison = bert, comparison

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        bert = self.bert
        read = attention_mask.to(bert.words.weight.dtype)
        second = token_type_ids.to(read.dtype) * read
        first = read - second
        places = torch.cumsum(torch.ones_like(input_ids), 1) - 1
        # The sentence counts from 1, as if its own [CLS] stood before it.
        start = (first.sum(1, keepdim=True) - 1.0).to(places.dtype)
        places = places - token_type_ids * start
        states = bert.norm(bert.words(input_ids) + bert.positions(places) + bert.segments(torch.zeros_like(input_ids)))
        same_side = second[:, :, None] * second[:, None, :] + first[:, :, None] * first[:, None, :]
        apart = (1.0 - same_side[:, None]) * FAR
        for layer in bert.layers:
            states = layer(states, apart)
        units = states / (states * states).sum(-1, keepdim=True).clamp(min=1e-12).sqrt()
        return self.comparison(units, _words_asked(first), units, second)


@torch.inference_mode()
def read_alone(bert: Bert, texts: list[list[int]], first_place: int, chunk: int = 64) -> list[Tensor]:
    """
    Unit vectors, in half precision, of token lists: of questions ([CLS] … [SEP], from place 0, both left out) and of
    sentences (… [SEP], from place 1).
    """
    vectors: list[Tensor] = [torch.empty(0)] * len(texts)
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    for start in range(0, len(order), chunk):
        batch = order[start : start + chunk]
        ids, mask = pad_tokens([texts[index] for index in batch])
        places = torch.arange(ids.shape[1])[None] + first_place
        states = bert.norm(bert.words(ids) + bert.positions(places) + bert.segments(torch.zeros_like(ids)))
        bias = (1.0 - mask.float())[:, None, None, :] * FAR
        for layer in bert.layers:
            states = layer(states, bias)
        units = functional.normalize(states, dim=-1).half()
        for row, index in enumerate(batch):
            length = len(texts[index])
            vectors[index] = (units[row, 1 : length - 1] if first_place == 0 else units[row, :length]).clone()
    return vectors


def pad_tokens(texts: list[list[int]]) -> tuple[Tensor, Tensor]:
    """Token lists as one batch, and the mask of what is no padding."""
    length = max(len(text) for text in texts)
    ids = torch.tensor([text + [0] * (length - len(text)) for text in texts])
    mask = torch.arange(length)[None] < torch.tensor([len(text) for text in texts])[:, None]
    return ids, mask.long()


def pad_vectors(vectors: list[Tensor]) -> tuple[Tensor, Tensor]:
    """Vectors of several texts as one batch in single precision, and the mask of what is no padding."""
    length = max(1, *(len(one) for one in vectors))
    padded = torch.zeros(len(vectors), length, vectors[0].shape[1])
    mask = torch.zeros(len(vectors), length)
    for row, one in enumerate(vectors):
        padded[row, : len(one)] = one
        mask[row, : len(one)] = 1
    return padded, mask


def _words_asked(first: Tensor) -> Tensor:
    """The mask of the question's words: neither [CLS] nor its [SEP] is one."""
    nothing = torch.zeros_like(first[:, :1])
    without_last = first * torch.cat([first[:, 1:], nothing], 1)
    return torch.cat([nothing, without_last[:, 1:]], 1)


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
