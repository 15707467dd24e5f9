import random

import pytest

from wenbao_training.plain_questions import plain_question, plain_questions, plain_row_question
from wenbao_training.questions import Pool, Sentence


def sentence(text: str) -> Sentence:
    return Sentence("青石市2026", 0, len(text), "body", text, text, "review", (2025, 2025), 2025, 2026)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("预计全市粮食产量达到45万吨,增长3%。", "粮食产量"),
        ("PM2.5平均浓度降至28.5微克。", "pm2.5平均浓度"),
        ("旅游收入同比增长12.2%;", "旅游收入"),
        ("新建小学6所。", "新建小学"),
    ],
)
def test_a_figure_is_asked_for_by_what_it_is_the_figure_of(text: str, what: str):
    asked = [plain_question(sentence(text), random.Random(seed)) for seed in range(20)]
    assert {words for _, words in asked} == {what}
    assert all(what in question for question, _ in asked)
    assert len({question for question, _ in asked}) > 5


def test_a_rate_is_asked_for_as_one():
    questions = [plain_question(sentence("能耗下降3%。"), random.Random(seed)) for seed in range(20)]
    assert questions == [None] * 20  # Two characters name too many things.
    asked = [plain_question(sentence("单位能耗下降3%。"), random.Random(seed))[0] for seed in range(20)]
    assert all("降" in question or "少了" in question for question in asked)


@pytest.mark.parametrize("text", ["到2035年建成。", "继续实施5项工程。", "连续9年全国第一。", "城乡面貌焕然一新。"])
def test_nothing_is_asked_where_no_figure_has_a_name(text: str):
    assert plain_question(sentence(text), random.Random(1)) is None


def test_sentences_beside_the_evidence_have_figures_of_other_things():
    texts = ["粮食产量达到45万吨。", "粮食产量增长3%。", "旅游收入达到8亿元。", "城乡面貌焕然一新。", "新建小学6所。"]
    pools = {"青石市2026": Pool([sentence(text) for text in texts], {})}
    asked = {one.evidence: one for one in plain_questions(pools, ["青石市2026"], random.Random(1), rows=False)}
    assert set(asked) == {0, 1, 2, 4}
    assert set(asked[0].others) == {2, 4}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("实施四大战略(产业振兴、创新驱动、城乡融合、绿色发展)。", "四大战略"),
        ("做强东港、西港、南港和北港4大港区,新增航线3条。", "4大港区"),
        ("抓好稳增长、防风险、保民生三项任务。", "三项任务"),
    ],
)
def test_a_row_is_asked_for_by_its_number(text: str, named: str):
    asked = [plain_row_question(sentence(text), random.Random(seed)) for seed in range(20)]
    assert {words for _, words in asked} == {named}
    assert len({question for question, _ in asked}) > 3


@pytest.mark.parametrize("text", ["实施三大战略。", "新建公园、广场3个。", "抓好教育、医疗、养老四项任务。"])
def test_no_row_is_asked_for_whose_members_are_not_counted(text: str):
    assert plain_row_question(sentence(text), random.Random(1)) is None
