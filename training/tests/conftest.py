"""A tiny encoder with the characters of the fixture, and the fixture as the product cuts it."""

import json
import shutil
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from wenbao_training.bert import Bert, save_bert

FIXTURE = Path(__file__).parent / "fixture"
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like that of a base encoder: two layers, 16 wide."""
    folder = tmp_path_factory.mktemp("base")
    texts = [path.read_text(encoding="utf-8") for path in FIXTURE.rglob("*.*")]
    characters = sorted({character.lower() for text in texts for character in text if not character.isspace()})
    vocabulary = {
        token: index for index, token in enumerate([*SPECIAL, *characters, *(f"##{digit}" for digit in range(10))])
    }
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "BertTokenizer"}))
    torch.manual_seed(1)
    sizes = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32}
    save_bert(Bert({"vocab_size": len(vocabulary), **sizes}), folder)
    return folder


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A copy of the fixture's reports."""
    return Path(shutil.copytree(FIXTURE / "reports", tmp_path / "reports"))
