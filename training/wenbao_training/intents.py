"""The messages of training/intents by what they want, and how the encoder learns to tell them apart."""

import hashlib
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from .device import DEVICE
from .text import prepare_text

# The order of src/domain/intent.ts is not needed: the encoder keeps no head.
INTENTS = ("report", "errand", "complaint", "emergency", "opinion", "off-topic", "injection", "privacy", "smalltalk")
# A tenth, by their sha256, is kept aside: training/fit-intents.ts is measured on it.
_ASIDE = 10
# Of 256 first bytes.
_QUESTION_BYTES = 20
# The vectors have length 1; stretched, a head tells the classes apart with small weights.
_STRETCH = 6.0
_SMOOTHING = 0.05


@dataclass(frozen=True)
class Message:
    intent: str
    text: str


def read_messages(path: Path) -> list[Message]:
    """Messages to learn from, as the encoder reads them; raises ValueError with file and line on a malformed one."""
    messages = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        intent, _, text = line.partition("\t")
        if intent not in INTENTS or not text:
            raise ValueError(f"{path}:{number}: no “intent<TAB>message”")
        if _number(text) % _ASIDE != 0:
            messages.append(Message(intent, prepare_text(text)))
    return messages


def some_questions(texts: Iterable[str]) -> list[Message]:
    """A twelfth of the questions, by their sha256, as messages to the report: more would drown the rest."""
    return [Message("report", text) for text in dict.fromkeys(texts) if _number(text) >> 24 < _QUESTION_BYTES]


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])


class IntentHead(nn.Module):
    """Tells from a [CLS] vector of length 1 what a message wants; thrown away after the training."""

    def __init__(self, width: int, messages: list[Message]):
        super().__init__()
        self.classes = nn.Linear(width, len(INTENTS))
        counts = [sum(message.intent == intent for message in messages) for intent in INTENTS]
        # Between counting every message alike and every class alike.
        weights = torch.tensor([max(1, count) ** -0.5 for count in counts], device=DEVICE)
        self.register_buffer("weights", weights / weights.mean())

    def loss(self, vectors: Tensor, messages: list[Message]) -> Tensor:
        labels = torch.tensor([INTENTS.index(message.intent) for message in messages], device=DEVICE)
        logits = self.classes(_STRETCH * vectors)
        return functional.cross_entropy(logits, labels, weight=self.weights, label_smoothing=_SMOOTHING)


def draw(messages: list[Message], rng: random.Random):
    """The messages in random order, over and over."""
    while messages:
        yield from rng.sample(messages, len(messages))
