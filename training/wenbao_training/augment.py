"""Questions said another way, by rule: what stays right stays right, and a wrong year makes a right sentence wrong."""

import random
import re

from .questions import Sentence

_ALIASES = (
    ("gdp", "地区生产总值"),
    ("地区生产总值", "gdp"),
    ("国内生产总值", "gdp"),
    ("财政收入", "一般公共预算收入"),
)
_PUNCTUATION = re.compile(r"[,。?!;、:.]+$")
_YEAR_WORD = re.compile(r"去年|今年|明年|前年|上年|年|以来|十[一二三四五]五|过去|目前|现在|近")
_SWAPPED = {"去年": "今年", "今年": "去年"}


def reword(question: str, sentence: Sentence | None, rng: random.Random) -> str:
    """The same question in other words; `sentence` is the evidence, whose report says what 去年 means."""
    if rng.random() < 0.3:
        question = _PUNCTUATION.sub("", question)
    if rng.random() < 0.3:
        for word, other in _ALIASES:
            if word in question.lower():
                question = re.sub(word, other, question, flags=re.IGNORECASE)
                break
    if sentence is not None and rng.random() < 0.2:
        for word, year in (("去年", sentence.year_reviewed), ("今年", sentence.year_planned)):
            if year is not None and question.count(word) == 1:
                question = question.replace(word, f"{year}年")
    return question


def of_wrong_year(question: str, kind: str, sentence: Sentence, rng: random.Random) -> str | None:
    """The question asked for the other year, where the sentence is of one year only and so does not answer it."""
    if sentence.years is None or sentence.years[0] != sentence.years[1]:
        return None
    year = sentence.years[0]
    if year not in (sentence.year_reviewed, sentence.year_planned):
        return None
    own, other = ("去年", "今年") if year == sentence.year_reviewed else ("今年", "去年")
    other_year = sentence.year_planned if own == "去年" else sentence.year_reviewed
    if other in sentence.text or str(other_year) in sentence.text:
        return None
    named = other if rng.random() < 0.6 else f"{other_year}年"
    for word in (own, f"{year}年"):
        if question.count(word) == 1 and not _YEAR_WORD.search(question.replace(word, "")):
            return question.replace(word, named)
    if kind in ("number", "done", "plan") and not _YEAR_WORD.search(question):
        return named + question
    return None


def of_right_year(question: str, kind: str, sentence: Sentence, rng: random.Random) -> str:
    """The question with its year said, where it says none and the sentence is of one year only."""
    if kind not in ("number", "done", "plan") or _YEAR_WORD.search(question) or sentence.years is None:
        return question
    first, last = sentence.years
    if first != last or first not in (sentence.year_reviewed, sentence.year_planned):
        return question
    relative = "去年" if first == sentence.year_reviewed else "今年"
    return (relative if rng.random() < 0.6 else f"{first}年") + question
