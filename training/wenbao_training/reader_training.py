"""Trains the reader on pairs of questions and sentences."""

import random
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from tqdm import tqdm

from .device import DEVICE
from .general import GeneralQuestion
from .measures import Scored, measure
from .mining import Candidates, Mined
from .questions import Pool
from .reader import EncodedPairs, Reader, answer_losses, encode_pairs, read_encoded, read_pairs
from .reader_batches import Pair, epoch
from .run_state import Average, load_state, save_state

T = TypeVar("T")


@dataclass(frozen=True)
class ReaderRecipe:
    learning_rate: float = 1e-4
    weight_decay: float = 0.01
    dropout: float = 0.1
    epochs: float = 4.0
    seed: int = 7
    # Plain questions made by rule are read, too.
    plain: bool = False
    # Measured and saved this often.
    seconds_between_saves: float = 600.0


def train_reader(
    reader: Reader,
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
    reader.drop(recipe.dropout)
    reader.bert.words.weight.requires_grad_(False)
    values = [value for value in reader.parameters() if value.requires_grad]
    batches = _forever(mined, pools, general, random.Random(recipe.seed), recipe.plain)
    an_epoch = sum(1 for _ in epoch(mined, pools, general, random.Random(recipe.seed), recipe.plain))
    steps = max(1, round(an_epoch * recipe.epochs))
    fused = DEVICE.type == "cuda"
    optimizer = torch.optim.AdamW(values, recipe.learning_rate, weight_decay=recipe.weight_decay, fused=fused)
    average = Average(reader, decay=0.99)
    done = 0
    stored = load_state(state_file)
    if stored is not None:
        reader.load_state_dict(stored["reader"])
        optimizer.load_state_dict(stored["optimizer"])
        average.values, average.updates, done = stored["average"], stored["updates"], stored["done"]
        # The same batches, and the same chances, as without the kill.
        for _ in range(done):
            next(batches)
        torch.set_rng_state(stored["chance"])
        torch.cuda.set_rng_state_all(stored["chance_on_gpu"])
    saved_at = time.monotonic()
    progress = tqdm(total=steps, initial=done, desc="reader")
    for encoded, targets in _ahead(_as_tensors(batch, tokenizer) for batch in islice(batches, steps - done)):
        rate = min(1.0, (done + 1) / (0.05 * steps + 1)) * max(0.02, 1 - done / steps)
        for group in optimizer.param_groups:
            group["lr"] = recipe.learning_rate * rate
        loss = answer_losses(read_encoded(reader.train(), encoded), *targets)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(values, 1.0)
        optimizer.step()
        average.update(reader)
        done += 1
        if done % 20 == 0:
            progress.set_postfix(loss=f"{loss.item():.3f}", refresh=False)
        progress.update()
        if time.monotonic() - saved_at > recipe.seconds_between_saves:
            average.swap(reader)
            figures = measure(score_candidates(reader, tokenizer, held_out, pools)[0])
            average.swap(reader)
            progress.write(" ".join(f"{name} {value:.3f}" for name, value in figures.items()))
            state = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "done": done}
            state |= {"average": average.values, "updates": average.updates, "chance": torch.get_rng_state()}
            state |= {"chance_on_gpu": torch.cuda.get_rng_state_all()}
            save_state(state_file, state)
            saved_at = time.monotonic()
    progress.close()
    average.swap(reader)
    return reader.eval()


@torch.inference_mode()
def score_candidates(
    reader: Reader, tokenizer: Tokenizer, held_out: list[Candidates], pools: dict[str, Pool]
) -> tuple[list[Scored], list[np.ndarray]]:
    """The reader's logits of each question's best candidates."""
    reader.eval()
    pairs = [pair for one in held_out for pair in candidate_pairs(one, pools)]
    ends = np.cumsum([len(one.best) for one in held_out])
    logits = np.split(read_pairs(reader, tokenizer, pairs).cpu().numpy(), ends[:-1])
    scored = [
        Scored(mine, one.gold()[one.best], bool(one.located.gold)) for one, mine in zip(held_out, logits, strict=True)
    ]
    return scored, logits


def candidate_pairs(one: Candidates, pools: dict[str, Pool]) -> list[tuple[str, str]]:
    """A question with each of its best candidates."""
    sentences = pools[one.located.question.report].sentences
    return [(one.located.text, sentences[index].reader_text) for index in one.best]


def _as_tensors(batch: list[Pair], tokenizer: Tokenizer) -> tuple[EncodedPairs, list[Tensor]]:
    places: dict[tuple[str, int], int] = {}
    sentences = [-1 if pair.place is None else places.setdefault(pair.place, len(places)) for pair in batch]
    columns = ([pair.label for pair in batch], [pair.weight for pair in batch], [pair.group for pair in batch])
    encoded = encode_pairs(tokenizer, [(pair.question, pair.sentence) for pair in batch])
    return encoded, [torch.tensor(column, device=DEVICE) for column in (*columns, sentences)]


def _ahead(prepared: Iterator[T], kept: int = 4) -> Iterator[T]:
    """The same in the same order, a few of them made on another thread before they are asked for."""
    with ThreadPoolExecutor(1) as thread:
        waiting = deque(thread.submit(next, prepared, None) for _ in range(kept))
        while (one := waiting.popleft().result()) is not None:
            waiting.append(thread.submit(next, prepared, None))
            yield one


def _forever(mined, pools, general, rng: random.Random, plain: bool):
    while True:
        yield from epoch(mined, pools, general, rng, plain)
