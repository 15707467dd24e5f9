"""Trains the reader's comparison on the vectors of the encoder, which stays as it is."""

import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from tqdm import tqdm

from .bert import Bert
from .general import GeneralQuestion
from .measures import Scored, measure
from .mining import Candidates, Mined
from .questions import Pool
from .reader import (
    QUESTION_TOKENS,
    SENTENCE_TOKENS,
    Comparison,
    Reader,
    answer_losses,
    pad_vectors,
    read_alone,
)
from .reader_batches import Pair, epoch
from .run_state import Average, load_state, save_state

PAIRS_A_PASS = 128


@dataclass(frozen=True)
class ReaderRecipe:
    learning_rate: float = 1.5e-3
    weight_decay: float = 0.02
    epochs: float = 2.0
    warm_up_steps: int = 100
    seed: int = 7
    # Measured and saved this often.
    seconds_between_saves: float = 120.0


class TokenVectors:
    """Token vectors of texts by the encoder, each text read once."""

    def __init__(self, bert: Bert, tokenizer: Tokenizer):
        self.bert, self.tokenizer = bert.eval(), tokenizer
        self.questions: dict[str, Tensor] = {}
        self.sentences: dict[str, Tensor] = {}

    def of(self, pairs: list[tuple[str, str]]) -> tuple[list[Tensor], list[Tensor]]:
        self._read(self.questions, [question for question, _ in pairs], 0)
        self._read(self.sentences, [sentence for _, sentence in pairs], 1)
        return [self.questions[question] for question, _ in pairs], [self.sentences[sentence] for _, sentence in pairs]

    def _read(self, known: dict[str, Tensor], texts: list[str], first_place: int) -> None:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if not new:
            return
        ids = [encoding.ids for encoding in self.tokenizer.encode_batch(new)]
        # A sentence is read without a [CLS] of its own.
        cut = [row[:QUESTION_TOKENS] if first_place == 0 else row[1 : SENTENCE_TOKENS + 1] for row in ids]
        known.update(zip(new, read_alone(self.bert, cut, first_place), strict=True))


def train_reader(
    bert: Bert,
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
    comparison = Comparison(bert.config["hidden_size"])
    vectors = TokenVectors(bert, tokenizer)
    batches = _forever(mined, pools, general, random.Random(recipe.seed))
    batches_an_epoch = sum(1 for _ in epoch(mined, pools, general, random.Random(recipe.seed)))
    steps = max(1, round(batches_an_epoch * recipe.epochs))
    optimizer = torch.optim.AdamW(comparison.parameters(), recipe.learning_rate, weight_decay=recipe.weight_decay)
    average = Average(comparison, decay=0.995)
    done = 0
    stored = load_state(state_file)
    if stored is not None:
        comparison.load_state_dict(stored["comparison"])
        optimizer.load_state_dict(stored["optimizer"])
        average.values, average.updates, done = stored["average"], stored["updates"], stored["done"]
        # The same batches, and the same chances, as without the kill.
        for _ in range(done):
            next(batches)
        torch.set_rng_state(stored["chance"])
    saved_at = time.monotonic()
    progress = tqdm(total=steps, initial=done, desc="reader")
    while done < steps:
        rate = min(1.0, (done + 1) / recipe.warm_up_steps) * max(0.02, 1 - done / steps)
        for group in optimizer.param_groups:
            group["lr"] = recipe.learning_rate * rate
        loss = _step(comparison.train(), vectors, next(batches), optimizer)
        average.update(comparison)
        done += 1
        progress.set_postfix(loss=f"{loss:.3f}")
        progress.update()
        if time.monotonic() - saved_at > recipe.seconds_between_saves:
            average.swap(comparison)
            figures = measure(score_candidates(comparison, vectors, held_out, pools)[0])
            average.swap(comparison)
            progress.write(" ".join(f"{name} {value:.3f}" for name, value in figures.items()))
            state = {"comparison": comparison.state_dict(), "optimizer": optimizer.state_dict(), "done": done}
            state |= {"average": average.values, "updates": average.updates, "chance": torch.get_rng_state()}
            save_state(state_file, state)
            saved_at = time.monotonic()
    progress.close()
    average.swap(comparison)
    return Reader(bert, comparison).eval()


@torch.no_grad()
def score_candidates(
    comparison: Comparison, vectors: TokenVectors, held_out: list[Candidates], pools: dict[str, Pool]
) -> tuple[list[Scored], list[np.ndarray]]:
    """The reader's logits of each question's best candidates."""
    comparison.eval()
    scored, logits = [], []
    for start in tqdm(range(0, len(held_out), 40), desc="held out", leave=False):
        part = held_out[start : start + 40]
        values = score(comparison, vectors, [pair for one in part for pair in candidate_pairs(one, pools)]).numpy()
        ends = np.cumsum([len(one.best) for one in part])
        for one, mine in zip(part, np.split(values, ends[:-1]), strict=True):
            logits.append(mine)
            scored.append(Scored(mine, one.gold()[one.best], one.located.question.answerable))
    return scored, logits


def candidate_pairs(one: Candidates, pools: dict[str, Pool]) -> list[tuple[str, str]]:
    """A question with each of its best candidates."""
    sentences = pools[one.located.question.report].sentences
    return [(one.located.text, sentences[index].reader_text) for index in one.best]


def score(comparison: Comparison, vectors: TokenVectors, pairs: list[tuple[str, str]]) -> Tensor:
    """Logits of pairs, in order; passes of pairs of like length, so that little is padded."""
    questions, sentences = vectors.of(pairs)
    order = sorted(range(len(pairs)), key=lambda index: len(sentences[index]))
    logits = []
    for start in range(0, len(order), PAIRS_A_PASS):
        part = order[start : start + PAIRS_A_PASS]
        asked = pad_vectors([questions[index] for index in part])
        said = pad_vectors([sentences[index] for index in part])
        logits.append(comparison(*asked, *said).squeeze(1))
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(logits)[back]


def _step(comparison: Comparison, vectors: TokenVectors, batch: list[Pair], optimizer: torch.optim.Optimizer) -> float:
    logits = score(comparison, vectors, [(pair.question, pair.sentence) for pair in batch])
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
    torch.nn.utils.clip_grad_norm_(comparison.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def _forever(mined, pools, general, rng: random.Random):
    while True:
        yield from epoch(mined, pools, general, rng)
