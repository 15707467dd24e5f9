import random

import pytest

from wenbao_training.augment import of_right_year, of_wrong_year, reword
from wenbao_training.questions import Sentence


def sentence(years: tuple[int, int] | None, text: str = "新修公路120公里。") -> Sentence:
    return Sentence("青石市2026", 0, 10, "body", text, text, "review", years, 2025, 2026)


def every(make) -> set:
    return {make(random.Random(seed)) for seed in range(600)}


def test_the_other_year_is_asked_for():
    asked = every(lambda rng: of_wrong_year("去年修路多少公里", "number", sentence((2025, 2025)), rng))
    assert asked == {"今年修路多少公里", "2026年修路多少公里"}


def test_a_number_without_a_year_is_asked_of_the_other_one():
    asked = every(lambda rng: of_wrong_year("修路多少公里", "number", sentence((2026, 2026)), rng))
    assert asked == {"去年修路多少公里", "2025年修路多少公里"}


@pytest.mark.parametrize(
    ("question", "years", "text"),
    [
        ("去年修路多少公里", (2021, 2025), "新修公路120公里。"),
        ("去年修路多少公里", None, "新修公路120公里。"),
        ("去年修路多少公里", (2024, 2024), "新修公路120公里。"),
        ("去年修路多少公里", (2025, 2025), "今年还要新修公路120公里。"),
        ("去年修路多少公里", (2025, 2025), "到2026年新修公路120公里。"),
        ("近五年修路多少公里", (2025, 2025), "新修公路120公里。"),
    ],
)
def test_where_the_sentence_may_hold_for_the_other_year_nothing_is_made(question, years, text):
    assert every(lambda rng: of_wrong_year(question, "number", sentence(years, text), rng)) == {None}


def test_the_right_year_is_said_where_none_is():
    asked = every(lambda rng: of_right_year("修路多少公里", "number", sentence((2026, 2026)), rng))
    assert asked == {"今年修路多少公里", "2026年修路多少公里"}
    unchanged = every(lambda rng: of_right_year("五年来修路多少公里", "number", sentence((2026, 2026)), rng))
    assert unchanged == {"五年来修路多少公里"}


def test_a_question_is_said_in_other_words():
    asked = every(lambda rng: reword("去年GDP多少?", sentence((2025, 2025)), rng))
    assert asked == {
        f"{year}{name}多少{mark}"
        for year in ("去年", "2025年")
        for name in ("GDP", "地区生产总值")
        for mark in ("?", "")
    }
