from pathlib import Path

import pytest
import torch

from wenbao_training.bert import load_bert
from wenbao_training.reader import Comparison, Reader, pad_vectors, ranking_loss, read_alone


@pytest.fixture
def reader(base: Path) -> Reader:
    torch.manual_seed(3)
    return Reader(load_bert(base), Comparison(16)).eval()


def logits_of(reader: Reader, pairs: list[tuple[list[int], list[int]]]) -> torch.Tensor:
    rows = [question + sentence for question, sentence in pairs]
    segments = [[0] * len(question) + [1] * len(sentence) for question, sentence in pairs]
    longest = max(len(row) for row in rows)
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    ids, types = (torch.tensor([row + [0] * (longest - len(row)) for row in part]) for part in (rows, segments))
    with torch.no_grad():
        return reader(ids, mask, types).squeeze(1)


def test_a_pair_has_the_logit_of_its_two_sides_read_alone(reader: Reader):
    questions = [[2, 7, 8, 9, 3], [2, 10, 3]]
    sentences = [[11, 12, 13, 3], [14, 15, 16, 17, 18, 3]]
    pairs = list(zip(questions, sentences, strict=True))
    asked = pad_vectors(read_alone(reader.bert, questions, 0))
    said = pad_vectors(read_alone(reader.bert, sentences, 1))
    with torch.no_grad():
        apart = reader.comparison(*asked, *said).squeeze(1)
    # The vectors are kept in half precision.
    assert torch.allclose(logits_of(reader, pairs), apart, atol=0.05)


def test_a_logit_does_not_depend_on_what_stands_beside_it_in_a_batch(reader: Reader):
    short, long = ([2, 7, 3], [9, 3]), ([2, 7, 8, 10, 3], [11, 12, 13, 14, 3])
    together = logits_of(reader, [short, long])
    assert torch.allclose(together, torch.cat([logits_of(reader, [short]), logits_of(reader, [long])]), atol=1e-4)


def test_a_word_of_the_question_that_the_sentence_has_raises_the_logit(reader: Reader):
    has, lacks = logits_of(reader, [([2, 7, 3], [7, 3])]), logits_of(reader, [([2, 7, 3], [9, 3])])
    assert has > lacks


def test_ranking_compares_a_positive_only_with_the_negatives_of_its_group():
    labels = torch.tensor([1.0, 0.0, 0.0])
    groups = torch.tensor([0, 0, 1])
    near = ranking_loss(torch.tensor([0.0, 0.0, 9.0]), labels, groups)
    assert near.item() == pytest.approx(torch.log(torch.tensor(2.0)).item())
    assert ranking_loss(torch.tensor([0.0, 1.0, 0.0]), labels, groups) > near


def test_ranking_without_rivals_costs_nothing():
    logits = torch.tensor([1.0, 2.0])
    assert ranking_loss(logits, torch.tensor([1.0, 0.0]), torch.tensor([-1, -1])).item() == 0
