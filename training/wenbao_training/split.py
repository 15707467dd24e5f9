"""Which reports are held out of the training, whole: every figure is measured on them."""

HELD_OUT = frozenset(
    [
        "广西壮族自治区2026",
        "甘肃省2026",
        *(f"{year}年中华人民共和国国务院政府工作报告" for year in (2004, 2006, 2009, 2016)),
    ]
)
