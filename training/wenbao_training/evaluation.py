"""The table of figures on the reports held out: each model alone and the two together."""

import time

import numpy as np

from .encode import cls_vectors, encode
from .general import GeneralQuestion
from .measures import Scored, fit_logistic, measure
from .mining import Candidates


def encoder_rows(held_out: list[Candidates]) -> dict[str, dict[str, float]]:
    """[CLS], late interaction, and both, over whole reports."""
    kinds = {"[CLS]": lambda one: one.cls, "late interaction": lambda one: one.late, "both": lambda one: one.both}
    return {
        name: measure([Scored(pick(one), one.gold(), bool(one.located.gold)) for one in held_out])
        for name, pick in kinds.items()
    }


def reader_rows(held_out: list[Candidates], logits: list[np.ndarray]) -> dict[str, dict[str, float]]:
    """The reader alone and with the encoder's scores, on the encoder's best candidates."""
    fused = fuse(held_out, logits)
    return {
        name: measure(
            [Scored(row, one.gold()[one.best], bool(one.located.gold)) for one, row in zip(held_out, rows, strict=True)]
        )
        for name, rows in {"reader": logits, "reader and encoder": fused}.items()
    }


def fuse(held_out: list[Candidates], logits: list[np.ndarray]) -> list[np.ndarray]:
    """A logistic regression over the three scores; each half of the reports is scored by the other half's weights."""
    reports = sorted({one.located.question.report for one in held_out})
    half = [reports.index(one.located.question.report) % 2 for one in held_out]
    features = [
        np.column_stack([row, one.cls[one.best], one.late[one.best], np.ones(len(one.best))])
        for one, row in zip(held_out, logits, strict=True)
    ]
    weights = {}
    for side in (0, 1):
        of_others = [index for index, own in enumerate(half) if own != side] or list(range(len(held_out)))
        inputs = np.concatenate([features[index][:, :3] for index in of_others])
        labels = np.concatenate([held_out[index].gold()[held_out[index].best] for index in of_others])
        weights[side] = fit_logistic(inputs, labels.astype(float))
    return [row @ weights[side] for row, side in zip(features, half, strict=True)]


def general_row(bert, tokenizer, aside: list[GeneralQuestion]) -> dict[str, float]:
    """Question → sentence among all sentences kept aside, outside the genre, by [CLS]."""
    pool = list(dict.fromkeys(sentence for asked in aside for sentence in asked.sentences))
    place = {sentence: index for index, sentence in enumerate(pool)}
    sentences = cls_vectors(encode(bert, tokenizer, pool, "general sentences"))
    questions = cls_vectors(encode(bert, tokenizer, [asked.text for asked in aside], "general questions"))
    ranks = []
    for asked, question in zip(aside, questions, strict=True):
        scores = sentences @ question
        ranks.append(int((scores > scores[place[asked.sentences[asked.answer]]]).sum()))
    return {f"recall@{k}": float(np.mean([rank < k for rank in ranks])) for k in (1, 5)}


def milliseconds(run, times: int) -> float:
    started = time.perf_counter()
    run()
    return (time.perf_counter() - started) * 1000 / times


def as_table(rows: dict[str, dict[str, float]]) -> str:
    """Markdown: a row for each name, a column for each figure."""
    columns = list(next(iter(rows.values())))
    lines = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for name, figures in rows.items():
        lines.append(f"| {name} | " + " | ".join(f"{figures[column]:.3f}" for column in columns) + " |")
    return "\n".join(lines)
