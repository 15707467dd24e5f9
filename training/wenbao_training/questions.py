"""The questions of training/questions, and where their evidence stands in the sentences of the product."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from .text import prepare_text

TYPES = frozenset(["number", "fact", "list", "done", "plan", "yesno", "colloquial", "nearmiss"])
_SENTENCE_END = re.compile(r"(?<=[。；！？])")


@dataclass(frozen=True)
class Question:
    """One line of the question files."""

    report: str
    paragraph: str
    type: str
    sentences: tuple[int, ...]
    text: str

    @property
    def answerable(self) -> bool:
        return bool(self.sentences)


@dataclass
class Sentence:
    """One sentence as the product cuts it (a line of export-sentences.ts); offsets are in UTF-16 units."""

    report: str
    start: int
    end: int
    kind: str
    text: str
    reader_text: str
    role: str
    years: tuple[int, int] | None
    year_reviewed: int | None
    year_planned: int | None


@dataclass
class Pool:
    """All sentences of one report, and its paragraphs by hash: [(start, end) of each sentence cut after 。；！？]."""

    sentences: list[Sentence]
    paragraphs: dict[str, list[tuple[int, int]]]


@dataclass
class LocatedQuestion:
    """A question with the indices, in its report's pool, of what answers it and of what stands around it."""

    question: Question
    text: str
    gold: list[int]
    # Lead-ins and fragments of the evidence: neither right nor wrong.
    neutral: list[int] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)


def read_questions(folder: Path) -> list[Question]:
    """All questions of a folder, in order; raises ValueError with file and line on a malformed one."""
    questions = []
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                questions.append(parse_question(line))
            except ValueError as cause:
                raise ValueError(f"{path}:{number}: {cause}") from cause
    return questions


def parse_question(line: str) -> Question:
    fields = line.split("\t")
    if len(fields) != 5:
        raise ValueError(f"{len(fields)} fields instead of 5")
    report, paragraph, kind, sentences, text = fields
    if kind not in TYPES:
        raise ValueError(f"unknown type {kind}")
    if (kind == "nearmiss") != (sentences == "-"):
        raise ValueError("a near miss has - for sentences, and nothing else has")
    if not re.fullmatch(r"[0-9a-f]{12}", paragraph):
        raise ValueError(f"the paragraph {paragraph} is not 12 hex digits")
    if sentences != "-" and not re.fullmatch(r"[1-9]\d*(,[1-9]\d*)*", sentences):
        raise ValueError(f"sentences {sentences} are not numbers from 1")
    numbers = () if sentences == "-" else tuple(int(number) for number in sentences.split(","))
    return Question(report, paragraph, kind, numbers, text.strip())


def paragraph_hash(text: str) -> str:
    """First 12 hex digits of the sha256 of a paragraph without its white space."""
    return hashlib.sha256(re.sub(r"\s", "", text).encode()).hexdigest()[:12]


def paragraphs_of(text: str) -> dict[str, list[tuple[int, int]]]:
    """Every line of a report by its hash, with the spans of its sentences in UTF-16 units."""
    found = {}
    position = 0
    for line in text.split("\n"):
        spans = []
        at = position
        for piece in _SENTENCE_END.split(line):
            width = _units(piece)
            if piece.strip("\u3000 \t\r\ufeff"):
                spans.append((at, at + width))
            at += width
        if spans:
            found.setdefault(paragraph_hash(line), spans)
        position += _units(line) + 1
    return found


def read_pools(sentences_file: Path, reports: Path) -> dict[str, Pool]:
    """The sentences that export-sentences.ts wrote, by report."""
    pools: dict[str, Pool] = {}
    with sentences_file.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            name = record["report"]
            if name not in pools:
                text = (reports / f"{name}.txt").read_bytes().decode("utf-8")
                pools[name] = Pool([], paragraphs_of(text))
            frame = record["frame"]
            years = None if frame["from"] is None or frame["to"] is None else (frame["from"], frame["to"])
            pools[name].sentences.append(
                Sentence(
                    report=name,
                    start=record["start"],
                    end=record["end"],
                    kind=record["kind"],
                    text=prepare_text(record["text"]),
                    reader_text=prepare_text(record["readerText"]),
                    role=frame["role"],
                    years=years,
                    year_reviewed=record["yearReviewed"],
                    year_planned=record["yearPlanned"],
                )
            )
    return pools


def locate(question: Question, pool: Pool) -> LocatedQuestion | None:
    """Finds a question's paragraph and evidence among the product's sentences; None where the report lacks them."""
    spans = pool.paragraphs.get(question.paragraph)
    if spans is None or any(number > len(spans) for number in question.sentences):
        return None
    around = [
        index
        for index, sentence in enumerate(pool.sentences)
        if sentence.end > spans[0][0] and sentence.start < spans[-1][1]
    ]
    gold, neutral = [], []
    for number in question.sentences:
        start, end = spans[number - 1]
        for index in around:
            sentence = pool.sentences[index]
            overlap = min(end, sentence.end) - max(start, sentence.start)
            if overlap <= 0:
                continue
            covers = overlap >= 0.5 * min(end - start, sentence.end - sentence.start)
            whole = not sentence.text.endswith(":")
            (gold if covers and whole else neutral).append(index)
    if question.answerable and not gold:
        gold, neutral = neutral, []
    if question.answerable and not gold:
        return None
    gold = sorted(set(gold))
    return LocatedQuestion(question, prepare_text(question.text), gold, sorted(set(neutral) - set(gold)), around)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
