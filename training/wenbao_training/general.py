"""Questions outside the genre (CMRC 2018, DRCD in simplified characters): to train on, and a part kept aside."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from .text import prepare_text

_SENTENCE_END = re.compile(r"(?<=[。！？；])")
LONGEST = 150
KEPT_ASIDE = 0.2


@dataclass(frozen=True)
class GeneralQuestion:
    text: str
    answer: int
    sentences: tuple[str, ...]


def read_general(folder: Path) -> tuple[list[GeneralQuestion], list[GeneralQuestion]]:
    """Questions to train on, and the last fifth of each file's, kept aside to see that reading is not broken."""
    training, aside = [], []
    for path in sorted(folder.glob("*.json")):
        questions = _read_squad(path)
        cut = int(len(questions) * (1 - KEPT_ASIDE))
        training += questions[:cut]
        aside += questions[cut:]
    return training, aside


def _read_squad(path: Path) -> list[GeneralQuestion]:
    stored = json.loads(path.read_text(encoding="utf-8"))
    articles = stored["data"] if isinstance(stored, dict) else stored
    questions = []
    for paragraph in (paragraph for article in articles for paragraph in article["paragraphs"]):
        context = paragraph["context"]
        pieces = [piece for piece in _SENTENCE_END.split(context) if piece.strip()]
        sentences = tuple(prepare_text(piece) for piece in pieces)
        for asked in paragraph["qas"]:
            start = _answer_start(context, asked["answers"][0])
            if start is None:
                continue
            answer = _piece_at(context, pieces, start)
            if len(sentences) > 1 and len(sentences[answer]) <= LONGEST:
                questions.append(GeneralQuestion(prepare_text(asked["question"]), answer, sentences))
    return questions


def _answer_start(context: str, answer: dict) -> int | None:
    text, start = answer["text"], answer.get("answer_start", -1)
    if start >= 0 and context[start : start + len(text)] == text:
        return start
    places = [found.start() for found in re.finditer(re.escape(text), context)]
    return min(places, key=lambda place: abs(place - start), default=None)


def _piece_at(context: str, pieces: list[str], start: int) -> int:
    at = 0
    for index, piece in enumerate(pieces):
        at = context.index(piece, at) + len(piece)
        if start < at:
            return index
    return len(pieces) - 1
