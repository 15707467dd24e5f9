from pathlib import Path

import pytest
from test_build import prepare

from wenbao_training.encode import cls_vectors, encode
from wenbao_training.encoder_training import Anchor, EncoderRecipe, train_encoder
from wenbao_training.intents import Message, read_messages, some_questions


def write(folder: Path, *lines: str) -> Path:
    path = folder / "intents.tsv"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_a_tenth_of_the_messages_is_kept_aside(tmp_path: Path):
    lines = [f"errand\t{number}号窗口几点开门" for number in range(300)]
    kept = read_messages(write(tmp_path, *lines))
    assert 240 < len(kept) < 290
    assert kept == [Message("errand", line.split("\t")[1]) for line in lines if Message("errand", line[7:]) in kept]


@pytest.mark.parametrize("line", ["errand", "errand\t", "hunger\t饿了"])
def test_a_malformed_message_is_named(tmp_path: Path, line: str):
    with pytest.raises(ValueError, match=r"intents\.tsv:2: no “intent<TAB>message”"):
        read_messages(write(tmp_path, "errand\t几点开门", line))


def test_a_twelfth_of_the_questions_are_messages_each_once():
    texts = [f"去年建了{number}所小学吗" for number in range(600)]
    messages = some_questions(texts + texts)
    assert 25 < len(messages) < 75
    assert {message.intent for message in messages} == {"report"}


def test_messages_of_two_kinds_are_told_apart_after_the_training(base: Path, reports: Path, tmp_path: Path):
    pools, tokenizer, mined, _ = prepare(base, reports, tmp_path / "work")
    kinds = {"report": [f"公路{n}公里" for n in range(9)], "errand": [f"养老服务{n}所" for n in range(9)]}
    messages = [Message(intent, text) for intent, group in kinds.items() for text in group]

    def likeness(weight: float) -> float:
        recipe = EncoderRecipe(learning_rate=2e-3, epochs=60, intent_weight=weight, pull_weight=0.0)
        state = tmp_path / f"{weight}.state"
        trained = train_encoder(base, Anchor(base, tokenizer), mined, pools, [], messages, tokenizer, recipe, state)
        one, other = (cls_vectors(encode(trained, tokenizer, group, "")).mean(0) for group in kinds.values())
        return float(one @ other)

    assert likeness(30.0) < likeness(0.0) - 0.2
