"""Trains the encoder: contrastive, near misses as negatives, one threshold for all; and to tell what messages want."""

import random
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import torch
import torch.nn.functional as functional
from tokenizers import Tokenizer
from torch import Tensor, nn
from tqdm import tqdm

from .augment import reword
from .bert import Bert, load_bert, pad
from .device import DEVICE, half_where_quicker
from .general import GeneralQuestion
from .intents import IntentHead, Message, draw
from .mining import Mined
from .questions import Pool
from .run_state import Average, load_state, save_state

NONE = -1e4


@dataclass(frozen=True)
class EncoderRecipe:
    learning_rate: float = 4e-5
    threshold_rate: float = 1e-3
    epochs: float = 3.0
    questions_a_batch: int = 24
    general_a_batch: int = 8
    temperature: float = 0.04
    threshold_temperature: float = 0.06
    near_miss_weight: float = 1.0
    threshold_weight: float = 1.0
    # How much a sentence's vector is pulled to the one that the base gave it.
    pull_weight: float = 3.0
    messages_a_batch: int = 24
    intent_weight: float = 3.0
    seed: int = 4
    seconds_between_saves: float = 480.0


@dataclass(frozen=True)
class Batch:
    questions: list[str]
    near_misses: list[str]
    sentences: list[str]
    # Column of each question's evidence, and which other columns may be right too.
    target: Tensor
    maybe: Tensor


class Anchor:
    """The [CLS] vectors that the base gives to sentences, each computed once."""

    def __init__(self, base: Path, tokenizer: Tokenizer) -> None:
        self._bert = load_bert(base).eval()
        self._tokenizer = tokenizer
        self._vectors: dict[str, Tensor] = {}

    def __call__(self, sentences: list[str]) -> Tensor:
        new = [text for text in dict.fromkeys(sentences) if text not in self._vectors]
        if new:
            with torch.no_grad():
                vectors, _, _ = _read(self._bert, self._tokenizer, new)
            self._vectors.update(zip(new, vectors, strict=True))
        return torch.stack([self._vectors[text] for text in sentences])


def train_encoder(
    start: Path,
    anchor: Anchor,
    mined: list[Mined],
    pools: dict[str, Pool],
    general: list[GeneralQuestion],
    messages: list[Message],
    tokenizer: Tokenizer,
    recipe: EncoderRecipe,
    state_file: Path,
) -> Bert:
    """The tuned encoder with the averaged weights of the end; goes on from `state_file` where there is one."""
    torch.manual_seed(recipe.seed)
    bert = load_bert(start).train()
    bert.words.weight.requires_grad_(False)
    # One threshold for the [CLS] cosine and one for late interaction.
    thresholds = nn.Parameter(torch.tensor([0.55, 0.5], device=DEVICE))
    head = IntentHead(bert.config["hidden_size"], messages).to(DEVICE)
    values = [value for value in bert.parameters() if value.requires_grad]
    groups = [
        {"params": values, "base": recipe.learning_rate},
        {"params": [thresholds, *head.parameters()], "base": recipe.threshold_rate},
    ]
    optimizer = torch.optim.AdamW(groups, recipe.learning_rate, weight_decay=0.01)
    average = Average(bert, decay=0.97)
    an_epoch = sum(1 for _ in _epoch(mined, pools, general, recipe, random.Random(recipe.seed)))
    steps = max(1, round(an_epoch * recipe.epochs))
    batches = _forever(mined, pools, general, recipe, random.Random(recipe.seed))
    drawn = draw(messages, random.Random(recipe.seed))
    done = 0
    stored = load_state(state_file)
    if stored is not None:
        bert.load_state_dict(stored["bert"])
        optimizer.load_state_dict(stored["optimizer"])
        thresholds.data.copy_(stored["thresholds"])
        head.load_state_dict(stored["head"])
        average.values, average.updates, done = stored["average"], stored["updates"], stored["done"]
        for _ in range(done):
            next(batches)
            list(islice(drawn, recipe.messages_a_batch))
    saved_at = time.monotonic()
    progress = tqdm(total=steps, initial=done, desc="encoder")
    while done < steps:
        rate = min(1.0, (done + 1) / (0.08 * steps + 1)) * max(0.05, 1 - done / steps)
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * rate
        loss = _loss(bert, anchor, tokenizer, next(batches), thresholds, recipe)
        wanting = list(islice(drawn, recipe.messages_a_batch))
        if wanting:
            vectors, _, _ = _read(bert, tokenizer, [message.text for message in wanting])
            loss = loss + recipe.intent_weight * head.loss(vectors, wanting)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(values, 1.0)
        optimizer.step()
        average.update(bert)
        done += 1
        progress.set_postfix(loss=f"{loss.item():.3f}")
        progress.update()
        if time.monotonic() - saved_at > recipe.seconds_between_saves:
            state = {"bert": bert.state_dict(), "optimizer": optimizer.state_dict()}
            state |= {"average": average.values, "updates": average.updates, "head": head.state_dict()}
            save_state(state_file, {**state, "thresholds": thresholds.data, "done": done})
            saved_at = time.monotonic()
    progress.close()
    average.swap(bert)
    return bert.eval()


def _epoch(
    mined: list[Mined],
    pools: dict[str, Pool],
    general: list[GeneralQuestion],
    recipe: EncoderRecipe,
    rng: random.Random,
):
    """Batches of answerable questions, eight of a report at a time, each with near misses of their paragraphs."""
    near_misses: dict[tuple[str, str], list[str]] = {}
    by_report: dict[str, list[Mined]] = {}
    for one in mined:
        asked = one.located.question
        if one.located.gold:
            by_report.setdefault(asked.report, []).append(one)
        else:
            near_misses.setdefault((asked.report, asked.paragraph), []).append(one.located.text)
    groups = []
    for questions in by_report.values():
        rng.shuffle(questions)
        groups += [questions[at : at + 8] for at in range(0, len(questions), 8)]
    rng.shuffle(groups)
    flat = [one for group in groups for one in group]
    size = recipe.questions_a_batch
    for at in range(0, len(flat) - size + 1, size) if len(flat) >= size else [0]:
        outside = rng.sample(general, min(recipe.general_a_batch, len(general)))
        yield _batch(flat[at : at + size], outside, near_misses, pools, rng)


def _batch(
    chosen: list[Mined],
    outside: list[GeneralQuestion],
    near_misses: dict,
    pools: dict[str, Pool],
    rng: random.Random,
) -> Batch:
    columns: dict[tuple[str, int], int] = {}
    target = []
    for one in chosen:
        report = one.located.question.report
        target.append(columns.setdefault((report, rng.choice(one.located.gold)), len(columns)))
        wrong = one.neighbours if one.neighbours and rng.random() < 0.35 else one.hard
        if wrong:
            columns.setdefault((report, rng.choice(wrong)), len(columns))
    sentences = [pools[report].sentences[index].text for report, index in columns]
    for asked in outside:
        others = [text for place, text in enumerate(asked.sentences) if place != asked.answer]
        target.append(len(sentences))
        sentences += [asked.sentences[asked.answer], *rng.sample(others, min(2, len(others)))]
    maybe = torch.zeros(len(target), len(sentences), dtype=torch.bool)
    for row, one in enumerate(chosen):
        for index in {*one.located.gold, *one.located.neutral}:
            column = columns.get((one.located.question.report, index))
            if column is not None and column != target[row]:
                maybe[row, column] = True
    near = []
    for one in chosen:
        around = near_misses.get((one.located.question.report, one.located.question.paragraph))
        if around and rng.random() < 0.6:
            near.append(reword(rng.choice(around), None, rng))
    questions = [reword(one.located.text, None, rng) for one in chosen] + [asked.text for asked in outside]
    return Batch(questions, list(dict.fromkeys(near)), sentences, torch.tensor(target, device=DEVICE), maybe.to(DEVICE))


def _loss(
    bert: Bert, anchor: Anchor, tokenizer: Tokenizer, batch: Batch, thresholds: Tensor, recipe: EncoderRecipe
) -> Tensor:
    count = len(batch.questions)
    question_cls, question_tokens, question_mask = _read(bert, tokenizer, batch.questions + batch.near_misses)
    sentence_cls, sentence_tokens, sentence_mask = _read(bert, tokenizer, batch.sentences)
    cosines = torch.einsum("qld,nkd->qnlk", question_tokens, sentence_tokens)
    best = cosines.masked_fill(sentence_mask[None, :, None, :] == 0, -9.0).amax(-1)
    late = (best * question_mask[:, None]).sum(-1) / question_mask.sum(1)[:, None]
    rows = torch.arange(count, device=DEVICE)
    same_evidence = batch.target[:, None] == batch.target[None]
    same_evidence = functional.pad(same_evidence, (0, len(batch.near_misses)))
    same_evidence[rows, rows] = False
    right = batch.maybe | functional.one_hot(batch.target, len(batch.sentences)).bool()
    total = recipe.pull_weight * (1 - (sentence_cls * anchor(batch.sentences)).sum(-1)).mean()
    for scores, threshold in ((question_cls @ sentence_cls.T, thresholds[0]), (late, thresholds[1])):
        to_sentence = (scores[:count] / recipe.temperature).masked_fill(batch.maybe, NONE)
        to_question = (scores[:, batch.target].T / recipe.temperature).masked_fill(same_evidence, NONE)
        total = total + functional.cross_entropy(to_sentence, batch.target)
        total = total + recipe.near_miss_weight * functional.cross_entropy(to_question, rows)
        answered = (scores[rows, batch.target] - threshold) / recipe.threshold_temperature
        wrong = (scores[:count].masked_fill(right, -1.0).amax(1) - threshold) / recipe.threshold_temperature
        absolute = functional.softplus(-answered).mean() + 0.5 * functional.softplus(wrong).mean()
        if batch.near_misses:
            missed = (scores[count:].amax(1) - threshold) / recipe.threshold_temperature
            absolute = absolute + functional.softplus(missed).mean()
        total = total + recipe.threshold_weight * absolute
    return total


def _read(bert: Bert, tokenizer: Tokenizer, texts: list[str]) -> tuple[Tensor, Tensor, Tensor]:
    ids, mask = pad([encoding.ids for encoding in tokenizer.encode_batch(texts)])
    with half_where_quicker():
        states = bert(ids, mask, torch.zeros_like(ids))
    states = functional.normalize(states.float(), dim=-1)
    return states[:, 0], states, mask.float()


def _forever(mined, pools, general, recipe, rng: random.Random):
    while True:
        yield from _epoch(mined, pools, general, recipe, rng)
