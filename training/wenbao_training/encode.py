"""Vectors of many texts by the encoder in PyTorch."""

import numpy as np
import torch
import torch.nn.functional as functional
from tokenizers import Tokenizer
from tqdm import tqdm

from .bert import Bert, pad
from .device import DEVICE, half_where_quicker


@torch.inference_mode()
def encode(bert: Bert, tokenizer: Tokenizer, texts: list[str], title: str, exact: bool = True, chunk: int = 64):
    """
    For each text its [CLS] vector and its token vectors ([CLS] and [SEP] left out, stored in half precision).
    `exact` computes in fp32: for what is measured; finding hard negatives can do without.
    """
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    vectors: list = [None] * len(texts)
    for start in tqdm(range(0, len(order), chunk), desc=title, leave=False):
        batch = order[start : start + chunk]
        ids = [encoding.ids for encoding in tokenizer.encode_batch([texts[index] for index in batch])]
        padded, mask = pad(ids)
        with half_where_quicker(not exact):
            states = bert(padded, mask, torch.zeros_like(padded))
        states = functional.normalize(states.float(), dim=-1).cpu().numpy()
        for row, index in enumerate(batch):
            tokens = states[row, 1 : len(ids[row]) - 1].astype(np.float16)
            vectors[index] = (states[row, 0].copy(), tokens)
    return vectors


def cls_vectors(vectors: list) -> np.ndarray:
    return np.stack([cls for cls, _ in vectors])


class SentenceVectors:
    """The vectors of a report's sentences, side by side on the device, to be searched by many questions."""

    def __init__(self, vectors: list):
        self.cls = cls_vectors(vectors)
        lengths = [len(tokens) for _, tokens in vectors]
        self._starts = np.cumsum([0, *lengths])[:-1]
        self._tokens = torch.from_numpy(np.concatenate([tokens for _, tokens in vectors])).to(DEVICE).float()

    def max_sim(self, question: np.ndarray) -> np.ndarray:
        """Late interaction of one question's token vectors with every sentence's."""
        cosines = self._tokens @ torch.from_numpy(question).to(DEVICE).float().T
        return np.maximum.reduceat(cosines.cpu().numpy(), self._starts, axis=0).mean(1)
