from pathlib import Path

import pytest
import torch

from wenbao_training.bert import load_bert
from wenbao_training.reader import Reader, judge, ranking_loss, read_apart


@pytest.fixture
def reader(base: Path) -> Reader:
    torch.manual_seed(3)
    reader = Reader(load_bert(base), layers_apart=1)
    torch.nn.init.normal_(reader.line.weight)
    return reader.eval()


def test_a_pair_read_in_two_steps_has_the_logit_of_one_pass(reader: Reader):
    questions = [[2, 7, 8, 9, 3], [2, 10, 3]]
    sentences = [[11, 12, 13, 3], [14, 15, 16, 17, 18, 3]]
    pairs = [(0, 0), (1, 1), (0, 1), (1, 0)]
    ids = [questions[question] + sentences[sentence] for question, sentence in pairs]
    segments = [[0] * len(questions[question]) + [1] * len(sentences[sentence]) for question, sentence in pairs]
    longest = max(len(row) for row in ids)
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in ids])
    padded, types = (torch.tensor([row + [0] * (longest - len(row)) for row in rows]) for rows in (ids, segments))
    with torch.no_grad():
        whole = reader(padded, mask, types).squeeze(1)
        steps = judge(reader, read_apart(reader, questions, 0), read_apart(reader, sentences, 1), pairs)
    assert torch.allclose(whole, steps, atol=1e-5)


def test_the_order_of_the_words_counts(reader: Reader):
    with torch.no_grad():
        logits = [
            reader(torch.tensor([ids]), torch.ones(1, 6, dtype=torch.long), torch.tensor([[0, 0, 0, 0, 1, 1]]))
            for ids in ([2, 7, 8, 3, 9, 3], [2, 8, 7, 3, 9, 3])
        ]
    assert not torch.allclose(*logits)


def test_ranking_compares_a_positive_only_with_the_negatives_of_its_group():
    labels = torch.tensor([1.0, 0.0, 0.0])
    groups = torch.tensor([0, 0, 1])
    near = ranking_loss(torch.tensor([0.0, 0.0, 9.0]), labels, groups)
    assert near.item() == pytest.approx(torch.log(torch.tensor(2.0)).item())
    assert ranking_loss(torch.tensor([0.0, 1.0, 0.0]), labels, groups) > near


def test_ranking_without_rivals_costs_nothing():
    logits = torch.tensor([1.0, 2.0])
    assert ranking_loss(logits, torch.tensor([1.0, 0.0]), torch.tensor([-1, -1])).item() == 0
