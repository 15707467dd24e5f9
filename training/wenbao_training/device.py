"""Where models are trained and read: a GPU where there is one, in half precision where that is quicker."""

from functools import cache
from pathlib import Path

import torch

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def half_where_quicker(allowed: bool = True) -> torch.autocast:
    """bfloat16 on a GPU and on processors that multiply it by instruction; elsewhere it is slower than fp32."""
    return torch.autocast(DEVICE.type, dtype=torch.bfloat16, enabled=allowed and _multiplies_halves())


@cache
def _multiplies_halves() -> bool:
    if DEVICE.type == "cuda":
        return True
    described = Path("/proc/cpuinfo")
    if not described.exists():
        return False
    flags = described.read_text().split()
    return "avx512_bf16" in flags or "amx_bf16" in flags
