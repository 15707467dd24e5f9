"""Batches of pairs for the reader: whole paragraphs, so that the questions of a sentence meet each other."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from .augment import of_right_year, of_wrong_year, reword
from .general import GeneralQuestion
from .mining import Mined
from .plain_questions import PlainQuestion, plain_questions
from .questions import Pool

PAIRS = 260
QUESTIONS_TOGETHER = 14
NEIGHBOURS, HARD = 3, 3
# Weights in the binary loss: a positive among its negatives; the likeliest sentence for a near miss counts most, and
# what stands elsewhere in its report may answer it after all.
POSITIVE, WRONG_YEAR, OF_NEAR_MISS, OF_NEIGHBOURS = 3.0, 1.5, (2.0, 1.2, 0.5), (1.0, 0.5, 0.5)
OF_HARD, ELSEWHERE, GENERAL, PLAIN = 0.6, 0.4, (1.5, 0.4), (2.0, 0.4)
# Plain questions beside those of each paragraph: whether each asks for a row.
PLAIN_TOGETHER = (True, False, False, False)


@dataclass(frozen=True)
class Pair:
    question: str
    sentence: str
    label: float
    weight: float
    # The question whose sentences rival each other, −1 for none; and the sentence whose questions do.
    group: int
    place: tuple[str, int] | None


def epoch(
    mined: list[Mined],
    pools: dict[str, Pool],
    general: list[GeneralQuestion],
    rng: random.Random,
    plain: bool = False,
) -> Iterator[list[Pair]]:
    """All questions once, in another order and other words each time; with `plain` those made by rule beside them."""
    reports = sorted({one.located.question.report for one in mined})
    by_rule = [plain_questions(pools, reports, rng, rows) if plain else [] for rows in PLAIN_TOGETHER]
    together: dict[tuple[str, str], list[Mined]] = {}
    for one in mined:
        asked = one.located.question
        together.setdefault((asked.report, asked.paragraph), []).append(one)
    units = []
    for questions in together.values():
        rng.shuffle(questions)
        units += [questions[at : at + QUESTIONS_TOGETHER] for at in range(0, len(questions), QUESTIONS_TOGETHER)]
    rng.shuffle(units)
    batch: list[Pair] = []
    group = 0
    for unit in units:
        for one in unit:
            group += 1
            pool = pools[one.located.question.report]
            batch += _of_answerable(one, pool, group, rng) if one.located.gold else _of_near_miss(one, pool, rng)
        for _ in range(2 if general else 0):
            group += 1
            batch += _of_general(rng.choice(general), group, rng)
        for questions in by_rule:
            if questions:
                group += 1
                batch += _of_plain(rng.choice(questions), pools, group)
        if len(batch) >= PAIRS:
            yield batch
            batch = []
    if batch:
        yield batch


def _of_answerable(one: Mined, pool: Pool, group: int, rng: random.Random) -> list[Pair]:
    located = one.located
    asked, right = located.question, rng.choice(located.gold)
    evidence = pool.sentences[right]
    question = reword(located.text, evidence, rng)
    if rng.random() < 0.15:
        question = of_right_year(question, asked.type, evidence, rng)
    pairs = [Pair(question, evidence.reader_text, 1.0, POSITIVE, group, (asked.report, right))]
    wrong = list(zip(one.neighbours[:NEIGHBOURS], OF_NEIGHBOURS, strict=False))
    wrong += [(index, OF_HARD) for index in _some(one.hard, rng)]
    for index, weight in wrong:
        text = pool.sentences[index].reader_text
        pairs.append(Pair(question, text, 0.0, weight, group, (asked.report, index)))
    other_year = of_wrong_year(located.text, asked.type, evidence, rng)
    if other_year is not None and rng.random() < 0.4:
        pairs.append(Pair(other_year, evidence.reader_text, 0.0, WRONG_YEAR, -1, (asked.report, right)))
    return pairs


def _of_near_miss(one: Mined, pool: Pool, rng: random.Random) -> list[Pair]:
    question = reword(one.located.text, None, rng)
    report = one.located.question.report
    wrong = list(zip(one.neighbours[:NEIGHBOURS], OF_NEAR_MISS, strict=False))
    wrong += [(index, ELSEWHERE) for index in _some(one.hard, rng)[:2]]
    return [
        Pair(question, pool.sentences[index].reader_text, 0.0, weight, -1, (report, index)) for index, weight in wrong
    ]


def _of_general(asked: GeneralQuestion, group: int, rng: random.Random) -> list[Pair]:
    others = [index for index in range(len(asked.sentences)) if index != asked.answer]
    chosen = [(asked.answer, 1.0, GENERAL[0])]
    chosen += [(index, 0.0, GENERAL[1]) for index in rng.sample(others, min(3, len(others)))]
    return [
        Pair(asked.text, asked.sentences[index][:150], label, weight, group, None) for index, label, weight in chosen
    ]


def _of_plain(asked: PlainQuestion, pools: dict[str, Pool], group: int) -> list[Pair]:
    chosen = [(asked.evidence, 1.0, PLAIN[0])] + [(index, 0.0, PLAIN[1]) for index in asked.others]
    sentences = pools[asked.report].sentences
    return [
        Pair(asked.text, sentences[index].reader_text, label, weight, group, (asked.report, index))
        for index, label, weight in chosen
    ]


def _some(hard: list[int], rng: random.Random) -> list[int]:
    return rng.sample(hard, min(HARD, len(hard)))
