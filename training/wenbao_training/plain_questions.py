"""
Plain questions for the figures and rows of a report, made by rule: 粮食产量达到45万吨 → 粮食产量多少,
四大战略(甲、乙、丙、丁) → 四大战略是哪四个.

People who write questions by hand seldom put the simplest one, and near misses are often put that simply: without
these a reader takes the simplest question for a near miss.
"""

import random
import re
from dataclasses import dataclass

from .augment import of_right_year
from .questions import Pool, Sentence

_VERB = (
    "(?:预计|力争|首次|再次|累计|全年|全部|分别|已|将)*"
    "(?:增加到|提高到|提升到|上升到|下降到|扩大到|增至|降至|升至|减至|降到|达到|突破|超过|接近|完成|实现"
    "|保持在|控制在|稳定在|达|为|超)?"
)
_WHAT = r"(?P<what>[\u4e00-\u9fffa-z\d.]{3,14}?)"
_NUMBER = r"(?:约|近|超)?(?<![a-z\d.])(?P<number>\d[\d.,]*)"
_AMOUNT = re.compile(
    rf"^{_WHAT}{_VERB}{_NUMBER}[万亿千百]*(?P<unit>个百分点|公[里顷斤]|平方.{{1,2}}|(?![年月日周届])[\u4e00-\u9fff%])"
)
_RATE = re.compile(
    rf"^{_WHAT}(?:同比|年均|比上年|较上年|预计|分别|平均)*(?P<way>增长|提高|上升|增加|下降|降低|减少){_NUMBER}(?:%|个百分点)"
)
# Not a thing that has a figure: another figure's company, or a verb without its object.
_NO_NAME = re.compile(
    r"^(?:全面|其中|占|比|较|同比|年均|分别|增长|下降|提高|降低|超|达|约|近|为|与|和|以|在|对|把|每|第|其|力争|争取|继续|推动"
    r"|加快|确保|实施|抓好|支持|促进|深入|落实|打造|培育|坚决|\d)"
    r"|(?:从|由|比|连续|办好|守住|完成|建强|建设|新增|安排|开展|达到|取得|提高|增长|下降|降低|减少|增加|上升|建成|承担|成立|跨过|是|于|第|以|要|再|提|了)$"
)
_PLACE = re.compile(r"^(?:预计)?(?:全省|全市|全区|全县|全国|全年|我省|我市|我区|本市|全自治区|自治区)")
_MORE, _LESS = ("增长", "提高", "上升", "增加"), ("下降", "降低", "减少")
_OF_AMOUNT = (
    "{}多少",
    "{}是多少",
    "{}有多少",
    "{}达到多少",
    "{}到多少了",
    "{}一共多少",
    "{}",
    "{}几多",
    "{}多少{unit}",
)
_OF_MORE = ("{}增长多少", "{}增速", "{}增长了百分之几", "{}涨了多少", "{}增幅多少", "{}提高了几个点", "{}增长了多少")
_OF_LESS = ("{}下降多少", "{}降了多少", "{}降幅", "{}下降了百分之几", "{}降了几个点", "{}少了多少")
_COUNT = r"(?P<count>[二两三四五六七八九十]|\d{1,2})(?P<measure>大|个|项|条|类|种|家|座|所)"
_NAME = r"(?P<what>[\u4e00-\u9fff]{2,8}?)"
_ROWS = (
    re.compile(rf"{_COUNT}{_NAME}\((?P<row>[^()]*、[^()]*)\)"),
    re.compile(
        rf"(?:^|[,;。:])(?P<row>(?:[^,;。:、]{{2,14}}、)+[^,;。:、]{{2,14}}?)等?{_COUNT}{_NAME}(?=[,;。的]|建设|发展|取得|$)"
    ),
)
_OF_ROW = (
    "{count}{measure}{what}是哪{count}{one}",
    "{count}{measure}{what}有哪些",
    "{count}{measure}{what}分别是什么",
    "{count}{measure}{what}指的是啥",
    "哪{count}{one}{what}",
    "{count}{measure}{what}都是哪几{one}",
)
_DIGITS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_CLAUSES = re.compile(r"[,;。:!?]")


@dataclass(frozen=True)
class PlainQuestion:
    text: str
    report: str
    # Index of the sentence that answers, and of some that have figures and do not.
    evidence: int
    others: list[int]


def plain_question(sentence: Sentence, rng: random.Random) -> tuple[str, str] | None:
    """A question for one of the sentence's figures, and the words it asks about; None where there is none."""
    found = []
    for clause in _CLAUSES.split(sentence.text.lower()):
        rate, amount = _RATE.match(clause), _AMOUNT.match(clause)
        for match in (rate, amount):
            if match is not None and (match is rate or rate is None):
                what = _PLACE.sub("", match["what"])
                if 3 <= len(what) <= 12 and not _NO_NAME.search(what):
                    found.append((what, match, match is rate))
    if not found:
        return None
    what, match, is_rate = rng.choice(found)
    form = rng.choice((_OF_MORE if match["way"] in _MORE else _OF_LESS) if is_rate else _OF_AMOUNT)
    unit = "" if is_rate else match["unit"].removesuffix("%")
    question = form.format(what, unit=unit)
    return of_right_year(question, "number", sentence, rng), what


def plain_row_question(sentence: Sentence, rng: random.Random) -> tuple[str, str] | None:
    """As `plain_question`, for the members of a row whose number the sentence tells."""
    for form in _ROWS:
        for match in form.finditer(sentence.text.lower()):
            count = match["count"]
            if len(re.split(r"、|和", match["row"])) != (_DIGITS[count] if count in _DIGITS else int(count)):
                continue
            one = "个" if match["measure"] == "大" else match["measure"]
            named = f"{count}{match['measure']}{match['what']}"
            asked = rng.choice(_OF_ROW).format(count=count, measure=match["measure"], what=match["what"], one=one)
            return asked, named
    return None


def plain_questions(pools: dict[str, Pool], reports: list[str], rng: random.Random, rows: bool) -> list[PlainQuestion]:
    """One for each sentence of the reports that has a figure (or a row) to ask for, beside sentences with others."""
    make, mark = (plain_row_question, re.compile("、")) if rows else (plain_question, re.compile(r"\d"))
    questions = []
    for report in reports:
        sentences = pools[report].sentences
        among = [index for index, sentence in enumerate(sentences) if mark.search(sentence.text)]
        for place, index in enumerate(among):
            asked = make(sentences[index], rng)
            if asked is None:
                continue
            text, what = asked
            near = [other for other in among[max(0, place - 4) : place + 5] if what[-2:] not in sentences[other].text]
            far = [other for other in rng.sample(among, min(8, len(among))) if what[-2:] not in sentences[other].text]
            others = list(dict.fromkeys(rng.sample(near, min(2, len(near))) + far))[:3]
            if others:
                questions.append(PlainQuestion(text, report, index, others))
    return questions
