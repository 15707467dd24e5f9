"""What the reader is trained and tried on: each question with the sentences that the encoder takes for its answer."""

from dataclasses import dataclass, field

import numpy as np

from .encode import SentenceVectors
from .questions import LocatedQuestion

HARD, NEIGHBOURS, CANDIDATES = 8, 4, 10
# Above this cosine with the evidence a sentence says the same and may be right too.
SAME_WORDS = 0.86
LATE_SHARE = 0.65


@dataclass
class Mined:
    """A question to train on; indices are into its report's pool, best first."""

    located: LocatedQuestion
    neighbours: list[int] = field(default_factory=list)
    hard: list[int] = field(default_factory=list)


@dataclass
class Candidates:
    """A question of a report held out: every sentence's scores, and the ones the reader is asked about."""

    located: LocatedQuestion
    cls: np.ndarray
    late: np.ndarray
    best: np.ndarray

    @property
    def both(self) -> np.ndarray:
        return LATE_SHARE * self.late + (1 - LATE_SHARE) * self.cls

    def gold(self) -> np.ndarray:
        marks = np.zeros(len(self.cls), bool)
        marks[self.located.gold] = True
        return marks


def mine(located: LocatedQuestion, question: np.ndarray, sentences: np.ndarray) -> Mined:
    """`question` and `sentences` are [CLS] vectors."""
    scores = sentences @ question
    right = {*located.gold, *located.neutral}
    near = (sentences @ sentences[located.gold].T).max(1) if located.gold else np.zeros(len(sentences))
    neighbours = sorted(set(located.paragraph) - right, key=lambda index: -scores[index])[:NEIGHBOURS]
    around = right | set(located.paragraph)
    order = [int(index) for index in np.argsort(-scores)[:40]]
    hard = [index for index in order if index not in around and near[index] < SAME_WORDS][:HARD]
    return Mined(located, neighbours, hard)


def candidates(located: LocatedQuestion, question, sentences: SentenceVectors) -> Candidates:
    """`question` is ([CLS] vector, token vectors)."""
    cls = sentences.cls @ question[0]
    late = sentences.max_sim(question[1])
    best = np.argsort(-(LATE_SHARE * late + (1 - LATE_SHARE) * cls), kind="stable")[:CANDIDATES]
    return Candidates(located, cls, late, best)
