import json
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from wenbao_training import build
from wenbao_training.bert import load_bert
from wenbao_training.encode import cls_vectors, encode
from wenbao_training.encoder_training import Anchor, EncoderRecipe, train_encoder
from wenbao_training.export import run_onnx
from wenbao_training.general import read_general
from wenbao_training.reader import Reader
from wenbao_training.reader_training import ReaderRecipe, train_reader
from wenbao_training.run_state import load_state
from wenbao_training.text import open_tokenizer

FIXTURE = Path(__file__).parent / "fixture"


def run(monkeypatch: pytest.MonkeyPatch, base: Path, reports: Path, out: Path, *more: str) -> str:
    arguments = ["--base", base, "--reports", reports, "--general", FIXTURE / "general", "--work", out / "work"]
    arguments += ["--questions", FIXTURE / "questions", "--models", out / "models", "--held-out", "白河市2026"]
    arguments += ["--judged", out / "judged.tsv"]
    monkeypatch.setattr(sys, "argv", ["build", *map(str, arguments), *more])
    assert build.main() == 0
    return (out / "work" / "report.md").read_text(encoding="utf-8")


def prepare(base: Path, reports: Path, work: Path):
    """What a training starts from: the reports' sentences, the tokenizer, what is trained on and what is measured."""
    work.mkdir()
    pools = build._read_reports(reports, work)
    located = build._locate_all(FIXTURE / "questions", pools)
    tokenizer = open_tokenizer(base, 256)
    held_out = ["白河市2026"]
    vectors = build._vectors(base, tokenizer, pools, located, held_out, work / "vectors")
    return pools, tokenizer, build._mined(located, vectors, held_out), build._held_out(located, vectors, held_out)


def test_one_command_makes_both_models_the_same_each_time(monkeypatch, base: Path, reports: Path, tmp_path: Path):
    first = run(monkeypatch, base, reports, tmp_path / "first", "--reader-epochs", "2", "--plain-epochs", "1")
    assert first == run(monkeypatch, base, reports, tmp_path / "second", "--reader-epochs", "2", "--plain-epochs", "1")
    for row in ("base, [CLS]", "encoder, round 1, both", "reader and encoder"):
        assert row in first
    assert "Node against Python: least cosine: 1.0000" in first
    for place, output in (("models/wenbao-embed", "last_hidden_state"), ("models/wenbao-reader", "logits")):
        model = tmp_path / "first" / place
        assert json.loads((model / "config.json").read_text())["model_type"] == "bert"
        shape = run_onnx(model / "onnx" / "model_quantized.onnx", [([2, 7, 3, 8, 3], [0, 0, 0, 1, 1])])[0].shape
        assert shape == ((5, 16) if output == "last_hidden_state" else (1,))


def test_paragraphs_that_are_not_in_the_reports_are_told(monkeypatch, base, reports: Path, tmp_path: Path, capsys):
    report = reports / "青石市2026.txt"
    report.write_text(report.read_text(encoding="utf-8").replace("加强养老服务。", ""), encoding="utf-8")
    run(monkeypatch, base, reports, tmp_path, "--encoder-epochs")
    told = capsys.readouterr().err
    assert "of 青石市2026" in told
    assert "24 questions, 1 paragraphs not found" in told


def test_a_killed_reader_training_ends_as_one_that_was_not(base: Path, reports: Path, tmp_path: Path):
    pools, tokenizer, mined, measured = prepare(base, reports, tmp_path / "work")
    general, _ = read_general(FIXTURE / "general")
    recipe = ReaderRecipe(epochs=6, plain=True, seconds_between_saves=0.0)

    def train(state: Path):
        torch.manual_seed(5)
        return train_reader(Reader(load_bert(base)), mined, measured, pools, general, tokenizer, recipe, state)

    whole = train(tmp_path / "whole.state")

    class Killed(Exception):
        pass

    saves = 0

    def die_at_third(path, state):
        nonlocal saves
        saves += 1
        torch.save(state, path)
        if saves == 3:
            raise Killed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("wenbao_training.reader_training.save_state", die_at_third)
        with pytest.raises(Killed):
            train(tmp_path / "killed.state")
    stored = load_state(tmp_path / "killed.state")
    assert stored is not None
    assert stored["done"] == 3
    resumed = train(tmp_path / "killed.state")
    for name, value in whole.state_dict().items():
        assert torch.allclose(value, resumed.state_dict()[name], atol=1e-6), name


def test_a_text_has_the_same_vector_in_any_batch(base: Path):
    tokenizer, bert = open_tokenizer(base, 256), load_bert(base)
    texts = ["新建小学6所", "粮食产量达到45万吨", "公路"]
    together = cls_vectors(encode(bert, tokenizer, texts, ""))
    alone = np.concatenate([cls_vectors(encode(bert, tokenizer, [text], "")) for text in texts])
    assert np.allclose(together, alone, atol=1e-5)


def test_sentences_stay_nearer_to_the_base_where_they_are_pulled(base: Path, reports: Path, tmp_path: Path):
    pools, tokenizer, mined, _ = prepare(base, reports, tmp_path / "work")
    texts = [sentence.text for sentence in pools["青石市2026"].sentences]
    before = cls_vectors(encode(load_bert(base), tokenizer, texts, "base"))

    def strayed(pull: float) -> float:
        recipe = EncoderRecipe(learning_rate=1e-3, epochs=8, pull_weight=pull)
        trained = train_encoder(
            base, Anchor(base, tokenizer), mined, pools, [], [], tokenizer, recipe, tmp_path / f"{pull}.state"
        )
        after = cls_vectors(encode(trained, tokenizer, texts, "trained"))
        return float(1 - (before * after).sum(1).mean())

    assert strayed(30.0) < 0.7 * strayed(0.0)
