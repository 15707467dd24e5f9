from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer

from wenbao_training.bert import load_bert
from wenbao_training.reader import Reader, ranking_loss, read_pairs
from wenbao_training.reader_training import _ahead
from wenbao_training.text import open_tokenizer

SHORT, LONG = ("公路", "新建公路"), ("粮食产量多少", "粮食产量达到45万吨,新建小学6所")


@pytest.fixture
def reader(base: Path) -> Reader:
    torch.manual_seed(3)
    return Reader(load_bert(base), dropout=0.3).eval()


@pytest.fixture
def tokenizer(base: Path) -> Tokenizer:
    return open_tokenizer(base, 256)


def logits_of(reader: Reader, tokenizer: Tokenizer, pairs: list[tuple[str, str]], **more) -> torch.Tensor:
    with torch.no_grad():
        return read_pairs(reader, tokenizer, pairs, **more)


def test_a_logit_does_not_depend_on_what_stands_beside_it_in_a_batch(reader: Reader, tokenizer: Tokenizer):
    together = logits_of(reader, tokenizer, [LONG, SHORT, LONG])
    alone = torch.cat([logits_of(reader, tokenizer, [pair]) for pair in (LONG, SHORT, LONG)])
    assert torch.allclose(together, alone, atol=2e-2)
    assert not torch.allclose(together[:1], together[1:2], atol=1e-4)


def test_logits_keep_the_order_of_their_pairs_over_several_passes(reader: Reader, tokenizer: Tokenizer):
    pairs = [LONG, SHORT, (LONG[0], SHORT[1]), (SHORT[0], LONG[1])]
    whole, parts = logits_of(reader, tokenizer, pairs), logits_of(reader, tokenizer, pairs, chunk=1)
    assert torch.allclose(whole, parts, atol=2e-2)


def test_which_text_is_the_question_matters(reader: Reader, tokenizer: Tokenizer):
    there, back = logits_of(reader, tokenizer, [LONG, LONG[::-1]])
    assert (there - back).abs() > 1e-3


def test_ranking_compares_a_positive_only_with_the_negatives_of_its_group():
    labels = torch.tensor([1.0, 0.0, 0.0])
    groups = torch.tensor([0, 0, 1])
    near = ranking_loss(torch.tensor([0.0, 0.0, 9.0]), labels, groups)
    assert near.item() == pytest.approx(torch.log(torch.tensor(2.0)).item())
    assert ranking_loss(torch.tensor([0.0, 1.0, 0.0]), labels, groups) > near


def test_ranking_without_rivals_costs_nothing():
    logits = torch.tensor([1.0, 2.0])
    assert ranking_loss(logits, torch.tensor([1.0, 0.0]), torch.tensor([-1, -1])).item() == 0


def test_what_is_prepared_ahead_comes_whole_and_in_order():
    assert list(_ahead(iter(range(1, 30)), kept=3)) == list(range(1, 30))
    assert list(_ahead(iter([1]), kept=3)) == [1]


def test_an_error_while_preparing_is_raised_where_its_batch_is_asked_for():
    def prepared():
        yield 1
        raise ValueError("a sentence is missing")

    batches = _ahead(prepared())
    assert next(batches) == 1
    with pytest.raises(ValueError, match="a sentence is missing"):
        next(batches)
