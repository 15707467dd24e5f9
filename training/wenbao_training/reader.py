"""The reader: question and sentence in one pass → one logit, "this sentence answers this question".

The sentence is read as the encoder that the reader starts from reads it: alone, from position 1. The question is
read alone by the first layers, and then looks at the sentence in each later one. So in training a sentence is read
once for all its questions (no gradient flows back through its states, only through the keys and values made of
them), and by the first layers, which stay as they are, only once at all. The head is the encoder's
late interaction (the mean and the least of each question token's best cosine with the sentence) and a line over the
[CLS] state: training starts from what the encoder knows.
"""

import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from .bert import Bert, Layer

FAR = -10000.0
PAIR_TOKENS = 160


class Reader(nn.Module):
    """(input_ids, attention_mask, token_type_ids) → logits (batch, 1): the form that is exported."""

    def __init__(self, bert: Bert, layers_apart: int):
        super().__init__()
        self.bert = bert
        self.layers_apart = layers_apart
        self.line = nn.Linear(bert.config["hidden_size"], 1)
        self.likeness = nn.Linear(2, 1)
        nn.init.zeros_(self.line.weight)
        nn.init.zeros_(self.line.bias)
        # The second segment, which the encoder never saw, starts as the first.
        with torch.no_grad():
            bert.segments.weight[1] = bert.segments.weight[0]

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        bert = self.bert
        read = attention_mask.to(bert.words.weight.dtype)
        second = token_type_ids.to(read.dtype) * read
        first = read - second
        places = torch.cumsum(torch.ones_like(input_ids), 1) - 1
        start = (first.sum(1, keepdim=True) - 1.0).to(places.dtype)
        places = places - token_type_ids * start
        states = bert.norm(bert.words(input_ids) + bert.positions(places) + bert.segments(token_type_ids))
        of_one_side = second[:, :, None] * second[:, None, :] + first[:, :, None] * first[:, None, :]
        apart = (1.0 - of_one_side[:, None]) * FAR
        looking = (1.0 - (of_one_side + first[:, :, None] * second[:, None, :])[:, None]) * FAR
        for number, layer in enumerate(bert.layers):
            states = layer(states, apart if number < self.layers_apart else looking)
        likeness = _likeness(states, first, states, second)
        return self.line(states[:, 0]) + self.likeness(likeness)

    @property
    def layers_joined(self) -> list[Layer]:
        """The layers in which the question looks at the sentence; only these and the head are trained."""
        return list(self.bert.layers)[self.layers_apart :]


@torch.no_grad()
def read_apart(reader: Reader, texts: list[list[int]], segment: int, chunk: int = 32) -> list[Tensor]:
    """States of token lists after the first layers; segment 0 is a question, 1 a sentence without its [CLS]."""
    bert = reader.bert
    states: list[Tensor] = [torch.empty(0)] * len(texts)
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    for start in range(0, len(order), chunk):
        batch = order[start : start + chunk]
        ids, mask = pad_tokens([texts[index] for index in batch])
        places = torch.arange(ids.shape[1])[None] + segment
        hidden = bert.norm(bert.words(ids) + bert.positions(places) + bert.segments(torch.full_like(ids, segment)))
        bias = (1.0 - mask.float())[:, None, None, :] * FAR
        for layer in list(bert.layers)[: reader.layers_apart]:
            hidden = layer(hidden, bias)
        for row, index in enumerate(batch):
            states[index] = hidden[row, : len(texts[index])]
    return states


def read_together(
    reader: Reader, questions: list[Tensor], sentences: list[Tensor], pairs: list[tuple[int, int]], chunk: int = 128
) -> tuple[Tensor, Tensor]:
    """The [CLS] states and the likeness of pairs (question, sentence) of states read apart, in order."""
    layers = reader.layers_joined
    order = sorted(range(len(sentences)), key=lambda index: len(sentences[index]))
    middle = (len(order) + 1) // 2
    found_states, found_likeness, found = [], [], []
    for part in (order[:middle], order[middle:]):
        if not part:
            continue
        row_of = {index: row for row, index in enumerate(part)}
        hidden, mask = _pad_states([sentences[index] for index in part])
        looked_at = []
        for layer in layers:
            looked_at.append((layer.split_heads(layer.key(hidden)), layer.split_heads(layer.value(hidden))))
            with torch.no_grad():
                hidden = layer(hidden, (1.0 - mask)[:, None, None, :] * FAR)
        mine = [place for place, (_, sentence) in enumerate(pairs) if sentence in row_of]
        mine.sort(key=lambda place: len(questions[pairs[place][0]]))
        for start in range(0, len(mine), chunk):
            places = mine[start : start + chunk]
            rows = torch.tensor([row_of[pairs[place][1]] for place in places])
            states, own = _pad_states([questions[pairs[place][0]] for place in places])
            bias = (1.0 - torch.cat([own, mask[rows]], 1))[:, None, None, :] * FAR
            for layer, (keys, values) in zip(layers, looked_at, strict=True):
                states = layer.look(states, keys.index_select(0, rows), values.index_select(0, rows), bias)
            found_states.append(states[:, 0])
            found_likeness.append(_likeness(states, own, hidden[rows], mask[rows]))
            found += places
    back = torch.empty(len(found), dtype=torch.long)
    back[torch.tensor(found)] = torch.arange(len(found))
    return torch.cat(found_states)[back], torch.cat(found_likeness)[back]


def judge(reader: Reader, questions: list[Tensor], sentences: list[Tensor], pairs: list[tuple[int, int]]) -> Tensor:
    """Logits of pairs of states read apart: what forward gives for the same pairs."""
    states, likeness = read_together(reader, questions, sentences, pairs)
    return (reader.line(states) + reader.likeness(likeness)).squeeze(1)


def _likeness(question: Tensor, first: Tensor, sentence: Tensor, second: Tensor) -> Tensor:
    """The mean and the least, over the question's tokens, of the best cosine among the sentence's."""
    cosines = _unit(question) @ _unit(sentence).transpose(1, 2) + (1.0 - second[:, None, :]) * FAR
    best = cosines.max(2).values
    # Neither [CLS] nor the question's [SEP] is a word of the question.
    nothing = torch.zeros_like(first[:, :1])
    inner = first * torch.cat([first[:, 1:], nothing], 1)
    inner = torch.cat([nothing, inner[:, 1:]], 1)
    mean = (best * inner).sum(1, keepdim=True) / inner.sum(1, keepdim=True).clamp(min=1.0)
    least = (best + (1.0 - inner) * 2.0).min(1, keepdim=True).values.clamp(max=1.0)
    return torch.cat([mean, least], 1)


def _unit(states: Tensor) -> Tensor:
    return states / (states * states).sum(-1, keepdim=True).clamp(min=1e-12).sqrt()


def pad_tokens(texts: list[list[int]]) -> tuple[Tensor, Tensor]:
    """Token lists as one batch, and the mask of what is no padding."""
    length = max(len(text) for text in texts)
    ids = torch.tensor([text + [0] * (length - len(text)) for text in texts])
    mask = torch.arange(length)[None] < torch.tensor([len(text) for text in texts])[:, None]
    return ids, mask.long()


def _pad_states(states: list[Tensor]) -> tuple[Tensor, Tensor]:
    length, width = max(len(one) for one in states), states[0].shape[1]
    padded, mask = torch.zeros(len(states), length, width), torch.zeros(len(states), length)
    for row, one in enumerate(states):
        padded[row, : len(one)] = one
        mask[row, : len(one)] = 1
    return padded, mask


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
