"""Vectors of many texts by the encoder in PyTorch."""

import numpy as np
import torch
import torch.nn.functional as functional
from tokenizers import Tokenizer
from tqdm import tqdm

from .bert import Bert
from .precision import half_where_quicker
from .reader import pad_tokens


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
        padded, mask = pad_tokens(ids)
        with half_where_quicker(not exact):
            states = bert(padded, mask, torch.zeros_like(padded))
        states = functional.normalize(states.float(), dim=-1).numpy()
        for row, index in enumerate(batch):
            tokens = states[row, 1 : len(ids[row]) - 1].astype(np.float16)
            vectors[index] = (states[row, 0].copy(), tokens)
    return vectors


def cls_vectors(vectors: list) -> np.ndarray:
    return np.stack([cls for cls, _ in vectors])


def max_sim(question: np.ndarray, sentences: list) -> np.ndarray:
    """Late interaction of one question's token vectors with every sentence's."""
    tokens = np.concatenate([tokens for _, tokens in sentences]).astype(np.float32)
    starts = np.cumsum([0] + [len(tokens) for _, tokens in sentences])[:-1]
    cosines = tokens @ question.astype(np.float32).T
    return np.maximum.reduceat(cosines, starts, axis=0).mean(1)
