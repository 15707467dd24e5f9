import json
from pathlib import Path

import numpy as np
import pytest

from wenbao_training.judgements import as_judged, read_judgements, sentence_hash, write_unjudged
from wenbao_training.mining import Candidates
from wenbao_training.questions import LocatedQuestion, Pool, Question, Sentence

REPORT = "青石市2026"
TEXTS = ["新建小学3所。", "改造校舍9栋。", "修路7公里。"]
POOL = {REPORT: Pool([Sentence(REPORT, 0, 1, "body", text, text, "none", None, None, None) for text in TEXTS], {})}


def asked(text: str, gold: list[int]) -> Candidates:
    kind = "number" if gold else "nearmiss"
    located = LocatedQuestion(Question(REPORT, "0" * 12, kind, tuple(gold), text), text, gold)
    scores = np.array([0.9, 0.5, 0.1])
    return Candidates(located, scores, scores, np.argsort(-scores))


def test_a_sentence_said_to_answer_is_evidence(tmp_path: Path):
    kept = tmp_path / "judged.tsv"
    kept.write_text(f"{REPORT}\t修了哪些校舍\t{sentence_hash('改造 校舍9栋。')}\tyes\n", encoding="utf-8")
    judged = read_judgements(kept)
    before = asked("修了哪些校舍", [])
    (after,) = as_judged([before], POOL, judged)
    assert after.gold().tolist() == [False, True, False]
    assert before.located.gold == []


def test_only_what_nobody_has_read_is_asked_for(tmp_path: Path):
    one = asked("建了几所小学", [0])
    out = tmp_path / "to_judge.jsonl"
    judged = {(REPORT, "建了几所小学", sentence_hash(TEXTS[1])): False}
    assert write_unjudged([[one], [one]], POOL, judged, out) == 1
    record = json.loads(out.read_text(encoding="utf-8"))
    assert record["unread"] == {sentence_hash(TEXTS[2]): TEXTS[2]}
    assert record["evidence"] == [TEXTS[0]]


@pytest.mark.parametrize("line", ["青石市2026\t问\t0a", "青石市2026\t问\t0a\tmaybe"])
def test_a_malformed_line_is_told_with_its_number(tmp_path: Path, line: str):
    kept = tmp_path / "judged.tsv"
    kept.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"judged.tsv:1: "):
        read_judgements(kept)


def test_no_file_is_no_judgements(tmp_path: Path):
    assert read_judgements(tmp_path / "judged.tsv") == {}
