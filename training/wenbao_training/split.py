"""Which reports are held out of the training, whole: every figure is measured on them."""

import json
from pathlib import Path

HELD_OUT = frozenset(json.loads(Path(__file__).parent.parent.joinpath("held_out.json").read_text(encoding="utf-8")))
