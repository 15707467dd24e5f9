"""Trains the reader from the encoder's weights."""

import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from tqdm import tqdm

from .bert import load_bert
from .general import GeneralQuestion
from .measures import Scored, fit_logistic, measure
from .mining import Candidates, Mined
from .questions import Pool
from .reader import PAIR_TOKENS, Reader, answer_losses, judge, read_apart, read_together
from .reader_batches import Pair, epoch
from .run_state import Average, load_state, save_state

QUESTION_TOKENS = 50


@dataclass(frozen=True)
class ReaderRecipe:
    layers_apart: int = 2
    learning_rate: float = 2e-4
    head_rate: float = 2e-3
    epochs: float = 3.0
    warm_up_steps: int = 60
    seed: int = 7
    # Measured and saved this often.
    seconds_between_saves: float = 480.0


class ApartStates:
    """The states of texts after the first layers, each read once: those layers are not trained."""

    def __init__(self, reader: Reader, tokenizer: Tokenizer):
        self.reader, self.tokenizer = reader, tokenizer
        self.known: tuple[dict[str, Tensor], dict[str, Tensor]] = ({}, {})

    def of(self, pairs: list[tuple[str, str]]) -> tuple[list[Tensor], list[Tensor], list[tuple[int, int]]]:
        """States of the questions, of the sentences, and the pairs as indices into the two."""
        questions = list(dict.fromkeys(question for question, _ in pairs))
        sentences = list(dict.fromkeys(sentence for _, sentence in pairs))
        rows = [{text: row for row, text in enumerate(texts)} for texts in (questions, sentences)]
        indices = [(rows[0][question], rows[1][sentence]) for question, sentence in pairs]
        return self._read(questions, 0), self._read(sentences, 1), indices

    def _read(self, texts: list[str], segment: int) -> list[Tensor]:
        known = self.known[segment]
        new = [text for text in texts if text not in known]
        if new:
            ids = [self._ids(text, segment) for text in new]
            known.update(zip(new, (states.half() for states in read_apart(self.reader, ids, segment)), strict=True))
        return [known[text].float() for text in texts]

    def _ids(self, text: str, segment: int) -> list[int]:
        ids = self.tokenizer.encode(text).ids
        return ids[:QUESTION_TOKENS] if segment == 0 else ids[1 : PAIR_TOKENS - 20]


def train_reader(
    start: Path,
    mined: list[Mined],
    held_out: list[Candidates],
    pools: dict[str, Pool],
    general: list[GeneralQuestion],
    tokenizer: Tokenizer,
    recipe: ReaderRecipe,
    state_file: Path,
) -> Reader:
    """The reader with the averaged weights of the end; goes on from `state_file` where there is one."""
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    reader = Reader(load_bert(start), recipe.layers_apart)
    _freeze(reader)
    states = ApartStates(reader, tokenizer)
    steps = _count_steps(mined, pools, general, recipe)
    optimizer = _optimizer(reader, recipe)
    done, batches = 0, _forever(mined, pools, general, rng)
    stored = load_state(state_file)
    if stored is None:
        _start_head(reader, states, mined, pools, recipe.seed)
        average = Average(reader)
    else:
        average = Average(reader)
        reader.load_state_dict(stored["reader"])
        optimizer.load_state_dict(stored["optimizer"])
        average.values, average.updates, done = stored["average"], stored["updates"], stored["done"]
        # The same batches in the same order as without the kill.
        for _ in range(done):
            next(batches)
    saved_at = time.monotonic()
    progress = tqdm(total=steps, initial=done, desc="reader")
    while done < steps:
        share = done / steps
        rate = min(1.0, (done + 1) / recipe.warm_up_steps) * max(0.02, 1 - share)
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * rate
        loss = _step(reader, states, next(batches), optimizer)
        average.update(reader)
        done += 1
        progress.set_postfix(loss=f"{loss:.3f}")
        progress.update()
        if time.monotonic() - saved_at > recipe.seconds_between_saves:
            average.swap(reader)
            figures = measure(score_candidates(reader, states, held_out, pools)[0])
            average.swap(reader)
            progress.write(" ".join(f"{name} {value:.3f}" for name, value in figures.items()))
            state = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "done": done}
            save_state(state_file, {**state, "average": average.values, "updates": average.updates})
            saved_at = time.monotonic()
    progress.close()
    average.swap(reader)
    return reader.eval()


@torch.no_grad()
def score_candidates(
    reader: Reader, states: ApartStates, held_out: list[Candidates], pools: dict[str, Pool]
) -> tuple[list[Scored], list[np.ndarray]]:
    """The reader's logits of each question's best candidates."""
    scored, logits = [], []
    for start in tqdm(range(0, len(held_out), 40), desc="held out", leave=False):
        part = held_out[start : start + 40]
        pairs = [(one.located.text, text) for one in part for text in candidate_texts(one, pools)]
        values = judge(reader, *states.of(pairs)).numpy()
        at = 0
        for one in part:
            mine = values[at : at + len(one.best)]
            at += len(one.best)
            logits.append(mine)
            scored.append(Scored(mine, one.gold()[one.best], one.located.question.answerable))
    return scored, logits


def candidate_texts(one: Candidates, pools: dict[str, Pool]) -> list[str]:
    sentences = pools[one.located.question.report].sentences
    return [sentences[index].reader_text for index in one.best]


def _step(reader: Reader, states: ApartStates, batch: list[Pair], optimizer: torch.optim.Optimizer) -> float:
    logits = judge(reader, *states.of([(pair.question, pair.sentence) for pair in batch]))
    places: dict[tuple[str, int], int] = {}
    sentences = [-1 if pair.place is None else places.setdefault(pair.place, len(places)) for pair in batch]
    loss = answer_losses(
        logits,
        torch.tensor([pair.label for pair in batch]),
        torch.tensor([pair.weight for pair in batch]),
        torch.tensor([pair.group for pair in batch]),
        torch.tensor(sentences),
    )
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_([value for group in optimizer.param_groups for value in group["params"]], 1.0)
    optimizer.step()
    return loss.item()


@torch.no_grad()
def _start_head(reader: Reader, states: ApartStates, mined: list[Mined], pools: dict[str, Pool], seed: int) -> None:
    """Fits the head's few numbers to what the untrained layers give, so that training starts in earnest at once."""
    likeness, labels = [], []
    for _, batch in zip(range(5), epoch(mined, pools, [], random.Random(seed)), strict=False):
        pairs = [(pair.question, pair.sentence) for pair in batch]
        likeness.append(read_together(reader, *states.of(pairs))[1].numpy())
        labels += [pair.label for pair in batch]
    weights = fit_logistic(np.concatenate(likeness).astype(float), np.array(labels))
    reader.likeness.weight.copy_(torch.tensor(weights[None, :2]))
    reader.likeness.bias.fill_(weights[2])


def _freeze(reader: Reader) -> None:
    for value in reader.bert.parameters():
        value.requires_grad_(False)
    for layer in reader.layers_joined:
        for value in layer.parameters():
            value.requires_grad_(True)


def _optimizer(reader: Reader, recipe: ReaderRecipe) -> torch.optim.Optimizer:
    body = [value for value in reader.bert.parameters() if value.requires_grad]
    head = [*reader.line.parameters(), *reader.likeness.parameters()]
    groups = [{"params": body, "base": recipe.learning_rate}, {"params": head, "base": recipe.head_rate}]
    return torch.optim.AdamW(groups, lr=recipe.learning_rate, weight_decay=0.01, betas=(0.9, 0.98))


def _count_steps(mined, pools, general, recipe: ReaderRecipe) -> int:
    batches = sum(1 for _ in epoch(mined, pools, general, random.Random(recipe.seed)))
    return max(1, round(batches * recipe.epochs))


def _forever(mined, pools, general, rng: random.Random):
    while True:
        yield from epoch(mined, pools, general, rng)
