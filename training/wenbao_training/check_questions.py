"""`python -m wenbao_training.check_questions QUESTIONS REPORTS`: every line well formed and its paragraph found."""

import sys
from collections import Counter
from pathlib import Path

from .questions import Question, paragraphs_of, read_questions
from .text import prepare_text

SHORTEST, LONGEST = 3, 80


def faults_of(questions: list[Question], reports: Path) -> list[str]:
    """One line for each fault; none for questions that can be trained on."""
    faults = []
    paragraphs: dict[str, dict] = {}
    seen: set[tuple[str, str, str]] = set()
    for asked in questions:
        where = f"{asked.report} {asked.paragraph} {asked.text}"
        path = reports / f"{asked.report}.txt"
        if asked.report not in paragraphs:
            paragraphs[asked.report] = paragraphs_of(path.read_text(encoding="utf-8")) if path.exists() else {}
        spans = paragraphs[asked.report].get(asked.paragraph)
        if not path.exists():
            faults.append(f"no such report: {where}")
        elif spans is None:
            faults.append(f"no such paragraph: {where}")
        elif any(number > len(spans) for number in asked.sentences):
            faults.append(f"the paragraph has only {len(spans)} sentences: {where}")
        if not SHORTEST <= len(asked.text) <= LONGEST:
            faults.append(f"{len(asked.text)} characters, not {SHORTEST} to {LONGEST}: {where}")
        key = (asked.report, asked.paragraph, prepare_text(asked.text))
        if key in seen:
            faults.append(f"asked twice: {where}")
        seen.add(key)
    return faults


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        questions = read_questions(Path(sys.argv[1]))
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return 1
    faults = faults_of(questions, Path(sys.argv[2]))
    print(*faults, sep="\n", end="\n" if faults else "")
    print(len(questions), "questions,", len(faults), "faults:", dict(Counter(asked.type for asked in questions)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
