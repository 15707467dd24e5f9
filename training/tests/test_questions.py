import json
from pathlib import Path

import pytest

from wenbao_training.check_questions import faults_of
from wenbao_training.questions import (
    Question,
    locate,
    paragraph_hash,
    paragraphs_of,
    parse_question,
    read_pools,
    read_questions,
)

FIXTURE = Path(__file__).parent / "fixture"
REPORT = "青石市2026"


def write_sentences(path: Path, pieces: list[str]) -> None:
    text = (FIXTURE / "reports" / f"{REPORT}.txt").read_text(encoding="utf-8")
    with path.open("w", encoding="utf-8") as out:
        for piece in pieces:
            start = text.index(piece)
            record = {"report": REPORT, "start": start, "end": start + len(piece), "kind": "body", "text": piece}
            record |= {"readerText": piece, "frame": {"role": "none", "from": None, "to": None}}
            out.write(json.dumps(record | {"yearReviewed": 2025, "yearPlanned": 2026}) + "\n")


def test_a_paragraph_is_known_by_its_words_whatever_the_white_space():
    assert paragraph_hash("新 建\u3000小学\n") == paragraph_hash("新建小学")


def test_sentences_of_a_paragraph_are_counted_in_utf16_units():
    (spans,) = paragraphs_of("𠮷祥。好；").values()
    assert spans == [(0, 4), (4, 6)]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("甲\tabc", "fields"),
        ("甲\t0123456789ab\tguess\t1\t几个", "unknown type"),
        ("甲\t0123456789ab\tnearmiss\t1\t几个", "near miss"),
        ("甲\t0123456789ab\tnumber\t-\t几个", "near miss"),
        ("甲\tparagraph\tnumber\t1\t几个", "hex"),
        ("甲\t0123456789ab\tnumber\t0\t几个", "numbers from 1"),
    ],
)
def test_a_malformed_line_is_refused_with_its_fault(line: str, fault: str):
    with pytest.raises(ValueError, match=fault):
        parse_question(line)


def test_a_malformed_file_is_named_with_the_line(tmp_path: Path):
    (tmp_path / "questions.tsv").write_text("甲\tabc\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"questions\.tsv:1: "):
        read_questions(tmp_path)


def test_evidence_is_found_where_the_product_cuts_otherwise(tmp_path: Path):
    sentences = tmp_path / "sentences.jsonl"
    # The training counts two sentences here where the product has one.
    write_sentences(
        sentences, ["（一）农业稳中有进。", "粮食产量达到45万吨，增长3%。", "新建高标准农田8万亩；改造老旧灌渠30条。"]
    )
    pool = read_pools(sentences, FIXTURE / "reports")[REPORT]
    asked = next(one for one in read_questions(FIXTURE / "questions") if one.text == "建了多少高标准农田")
    located = locate(asked, pool)
    assert located is not None
    assert (located.gold, located.paragraph) == ([2], [0, 1, 2])


def test_a_paragraph_that_the_report_lacks_is_not_located(tmp_path: Path):
    sentences = tmp_path / "sentences.jsonl"
    write_sentences(sentences, ["加强养老服务。"])
    pool = read_pools(sentences, FIXTURE / "reports")[REPORT]
    assert locate(Question(REPORT, "0" * 12, "nearmiss", (), "几张床"), pool) is None


def test_the_questions_of_the_fixture_have_no_faults():
    assert faults_of(read_questions(FIXTURE / "questions"), FIXTURE / "reports") == []


def test_faults_of_questions_are_told_one_a_line(reports: Path):
    paragraph = paragraph_hash("加强养老服务。新增养老床位500张，新建社区食堂10个。")
    good = Question(REPORT, paragraph, "number", (2,), "新增多少养老床位")
    questions = [
        good,
        good,
        Question(REPORT, paragraph, "number", (3,), "新建几个食堂"),
        Question(REPORT, "0" * 12, "nearmiss", (), "床位多少钱"),
        Question("红土市2026", paragraph, "nearmiss", (), "床位要交多少钱"),
        Question(REPORT, paragraph, "nearmiss", (), "钱"),
    ]
    faults = [fault.split(":")[0] for fault in faults_of(questions, reports)]
    assert faults == [
        "asked twice",
        "the paragraph has only 2 sentences",
        "no such paragraph",
        "no such report",
        "1 characters, not 3 to 80",
    ]
