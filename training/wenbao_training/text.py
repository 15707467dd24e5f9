"""Texts as the models read them; the product does the same in src/models/prepare-text.ts."""

import unicodedata

from tokenizers import Tokenizer

_QUOTES = str.maketrans({**dict.fromkeys("“”「」『』", '"'), **dict.fromkeys("‘’", "'")})


def prepare_text(text: str) -> str:
    """NFKC, quotation marks of every kind in ASCII."""
    return unicodedata.normalize("NFKC", text).translate(_QUOTES).strip()


def open_tokenizer(folder, longest: int) -> Tokenizer:
    """The tokenizer of a model folder, cutting a text (or the second text of a pair) at `longest` tokens."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest, strategy="longest_first")
    return tokenizer
