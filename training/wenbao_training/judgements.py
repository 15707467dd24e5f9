"""
What people say of sentences that a model found elsewhere in the report: whether they answer the question too.

A question is written about one paragraph; the rest of its report may answer it as well. The best sentences of every
model are read by someone (`work/to_judge.jsonl`) and the verdicts kept in `judged.tsv`, four fields a line: report,
question, sentence (sentence_hash), `yes` or `no`.
"""

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from .mining import Candidates
from .questions import Pool

READ = 5
Judgements = dict[tuple[str, str, str], bool]


def sentence_hash(text: str) -> str:
    """First 12 hex digits of the sha256 of a sentence, as the encoder reads it, without white space."""
    return hashlib.sha256(re.sub(r"\s", "", text).encode()).hexdigest()[:12]


def read_judgements(path: Path) -> Judgements:
    """Raises ValueError with file and line on a malformed line; no file is no judgements."""
    judged: Judgements = {}
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for number, line in enumerate(lines, 1):
        fields = line.split("\t")
        if len(fields) != 4 or fields[3] not in ("yes", "no"):
            raise ValueError(f"{path}:{number}: not report, question, sentence and yes or no, with tabs between")
        report, question, sentence, verdict = fields
        judged[report, question, sentence] = verdict == "yes"
    return judged


def as_judged(held_out: list[Candidates], pools: dict[str, Pool], judged: Judgements) -> list[Candidates]:
    """With every sentence that was said to answer as evidence; a near miss that has one is answerable."""
    measured = []
    for one in held_out:
        asked = one.located.question
        right = [
            index
            for index, sentence in enumerate(pools[asked.report].sentences)
            if judged.get((asked.report, asked.text, sentence_hash(sentence.text)), False)
        ]
        gold = sorted({*one.located.gold, *right})
        neutral = [index for index in one.located.neutral if index not in gold]
        measured.append(replace(one, located=replace(one.located, gold=gold, neutral=neutral)))
    return measured


def write_unjudged(models: list[list[Candidates]], pools: dict[str, Pool], judged: Judgements, out: Path) -> int:
    """A line for each question with what is among a model's best and nobody has read; returns how many sentences."""
    count = 0
    with out.open("w", encoding="utf-8") as lines:
        for views in zip(*models, strict=True):
            located = views[0].located
            asked = located.question
            best = {
                int(index)
                for view in views
                for scores in (view.cls, view.late, view.both)
                for index in np.argsort(-scores, kind="stable")[:READ]
            }
            sentences = pools[asked.report].sentences
            unread = {
                sentence_hash(sentences[index].text): sentences[index].reader_text
                for index in sorted(best - {*located.gold, *located.neutral})
                if (asked.report, asked.text, sentence_hash(sentences[index].text)) not in judged
            }
            count += len(unread)
            if unread:
                evidence = [sentences[index].reader_text for index in located.gold]
                record = {"report": asked.report, "question": asked.text, "evidence": evidence, "unread": unread}
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return count
