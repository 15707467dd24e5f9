"""
Rebuilds models/ from a base encoder, a folder of reports and training/questions:

    python -m wenbao_training.build --base BASE --reports REPORTS --general GENERAL

Each step leaves its result in the work folder and is not done again; a training that was killed goes on where it was.
"""

import argparse
import json
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch

from .bert import load_bert, save_bert
from .device import DEVICE
from .encode import SentenceVectors, cls_vectors, encode
from .encoder_training import Anchor, EncoderRecipe, train_encoder
from .evaluation import as_table, encoder_rows, general_row, reader_rows
from .export import export_model, file_hashes, run_onnx
from .general import read_general
from .intents import read_messages, some_questions
from .judgements import as_judged, read_judgements, write_unjudged
from .mining import candidates, mine
from .questions import LocatedQuestion, Pool, locate, read_pools, read_questions
from .reader import Reader
from .reader_training import ReaderRecipe, candidate_pairs, score_candidates, train_reader
from .split import HELD_OUT
from .text import open_tokenizer

TRAINING = Path(__file__).resolve().parent.parent
ENCODER_TOKENS, SAMPLE = 256, 200


def main() -> int:
    options = _read_arguments()
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    pools = _read_reports(options.reports, work)
    located = _locate_all(options.questions, pools)
    training, aside = read_general(options.general) if options.general else ([], [])
    messages = read_messages(options.intents)
    tokenizer = open_tokenizer(options.base, ENCODER_TOKENS)

    general: dict[str, dict[str, float]] = {}
    encoder = options.base
    vectors = _vectors(encoder, tokenizer, pools, located, options.held_out, work / "vectors-base.pickle")
    held_out = _held_out(located, vectors, options.held_out)
    measured = {"base": held_out}
    for number, epochs in enumerate(options.encoder_epochs, 1):
        start, encoder = encoder, work / f"encoder-{number}"
        if not (encoder / "model.safetensors").exists():
            recipe = EncoderRecipe(epochs=epochs, seed=options.seed)
            mined = _mined(located, vectors, options.held_out)
            wanting = messages + some_questions(one.located.text for one in mined)
            state = work / f"encoder-{number}.state"
            trained = train_encoder(
                start, Anchor(options.base, tokenizer), mined, pools, training, wanting, tokenizer, recipe, state
            )
            save_bert(trained, encoder)
        kept = work / f"vectors-encoder-{number}.pickle"
        vectors = _vectors(encoder, tokenizer, pools, located, options.held_out, kept)
        held_out = _held_out(located, vectors, options.held_out)
        measured[f"encoder, round {number}"] = held_out
    rows = _encoder_table(measured)
    judged = read_judgements(options.judged)
    judged_rows = _encoder_table({name: as_judged(views, pools, judged) for name, views in measured.items()})
    unread = write_unjudged(list(measured.values()), pools, judged, work / "to_judge.jsonl")
    print(f"{unread} sentences that nobody has judged: {work / 'to_judge.jsonl'}", file=sys.stderr)
    if aside:
        general = {
            name: general_row(load_bert(folder), tokenizer, aside)
            for name, folder in (("base", options.base), ("encoder", encoder))
        }

    reader = None
    if options.reader_epochs > 0:
        mined = _mined(located, vectors, options.held_out)
        reader = _trained_reader(encoder, mined, held_out, pools, training, tokenizer, options)
        _, logits = score_candidates(reader, tokenizer, held_out, pools)
        rows |= reader_rows(held_out, logits)
        judged_rows |= reader_rows(as_judged(held_out, pools, judged), logits)
    tables = {"Held out": rows, "Held out, sentences of other paragraphs judged too": judged_rows}
    tables |= {"Outside the genre": general} if general else {}
    measured_so_far = _as_text(tables)
    print(measured_so_far)
    # Last, since only this needs Node.
    checks = {"wenbao-embed": _export_encoder(encoder, tokenizer, held_out, options)}
    if reader is not None:
        checks["wenbao-reader"] = _export_reader(reader, tokenizer, held_out, pools, options)
    _write_report(options, measured_so_far, checks)
    return 0


def _export_encoder(encoder: Path, tokenizer, held_out: list, options: argparse.Namespace) -> dict[str, float]:
    """Writes the encoder's folder into models/ and tells how its int8 differs."""
    bert = load_bert(encoder)
    target, config = options.models / "wenbao-embed", _config(bert.config)
    precise = export_model(bert, config, "last_hidden_state", options.base, target, options.work)
    texts = [one.located.text for one in held_out][:SAMPLE]
    inputs = [(ids, [0] * len(ids)) for ids in (tokenizer.encode(text).ids for text in texts)]
    return _compare(precise, target, inputs, options.work, _cosines)


def _export_reader(
    reader: Reader, tokenizer, held_out: list, pools: dict[str, Pool], options: argparse.Namespace
) -> dict[str, float]:
    """As `_export_encoder`."""
    target = options.models / "wenbao-reader"
    config = _config(reader.bert.config) | {"architectures": ["BertForSequenceClassification"], "num_labels": 1}
    config |= {"id2label": {"0": "answers"}, "label2id": {"answers": 0}}
    precise = export_model(reader, config, "logits", options.base, target, options.work)
    pairs = [pair for one in held_out for pair in candidate_pairs(one, pools)[:2]][:SAMPLE]
    inputs = [(encoding.ids, encoding.type_ids) for encoding in tokenizer.encode_batch(pairs)]
    return _compare(precise, target, inputs, options.work, _differences)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--base", type=Path, required=True, help="folder with config.json, model.safetensors, tokenizer"
    )
    parser.add_argument("--reports", type=Path, required=True, help="folder of the public reports, <name>.txt")
    parser.add_argument("--general", type=Path, help="folder of CMRC/DRCD files in SQuAD form, simplified characters")
    parser.add_argument("--questions", type=Path, default=TRAINING / "questions")
    parser.add_argument("--intents", type=Path, default=TRAINING / "intents" / "intents.tsv")
    parser.add_argument("--judged", type=Path, default=TRAINING / "judged.tsv")
    parser.add_argument("--models", type=Path, default=TRAINING.parent / "models")
    parser.add_argument("--work", type=Path, default=TRAINING / "work")
    parser.add_argument("--held-out", nargs="+", default=sorted(HELD_OUT), help="reports that are measured on only")
    parser.add_argument(
        "--encoder-epochs",
        type=float,
        nargs="*",
        default=[1.5],
        help="epochs of each round of the encoder, hard negatives found anew before each; none leaves it as it is",
    )
    parser.add_argument(
        "--reader-epochs", type=float, default=3.0, help="epochs of the reader; 0 leaves the one in models as it is"
    )
    parser.add_argument("--plain-epochs", type=float, default=0.1, help="epochs after them, with plain questions too")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _read_reports(reports: Path, work: Path) -> dict[str, Pool]:
    sentences = work / "sentences.jsonl"
    if not sentences.exists():
        unfinished = work / "sentences.unfinished"
        _run_node("export-sentences.ts", str(reports.resolve()), str(unfinished.resolve()))
        unfinished.rename(sentences)
    return read_pools(sentences, reports)


def _locate_all(folder: Path, pools: dict[str, Pool]) -> list[LocatedQuestion]:
    """Says which paragraphs are not in the reports; their questions are left out."""
    found, missing = [], set()
    for question in read_questions(folder):
        pool = pools.get(question.report)
        located = None if pool is None else locate(question, pool)
        if located is None:
            missing.add((question.report, question.paragraph))
        else:
            found.append(located)
    for report, paragraph in sorted(missing):
        print(f"not found: paragraph {paragraph} of {report}", file=sys.stderr)
    print(f"{len(found)} questions, {len(missing)} paragraphs not found", file=sys.stderr)
    return found


def _vectors(
    model: Path, tokenizer, pools: dict[str, Pool], located: list[LocatedQuestion], held_out: list[str], kept: Path
) -> dict:
    """Vectors of every sentence by report and of every question by its text; token vectors of held-out reports only."""
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    bert = load_bert(model)
    sentences = {}
    for name, pool in pools.items():
        encoded = encode(bert, tokenizer, [sentence.text for sentence in pool.sentences], name, name in held_out)
        sentences[name] = encoded if name in held_out else [(cls, None) for cls, _ in encoded]
    texts = list(dict.fromkeys(one.text for one in located))
    questions = dict(zip(texts, encode(bert, tokenizer, texts, "questions"), strict=True))
    kept.write_bytes(pickle.dumps({"sentences": sentences, "questions": questions}))
    return {"sentences": sentences, "questions": questions}


def _mined(located: list[LocatedQuestion], vectors: dict, held_out: list[str]) -> list:
    matrices = {name: cls_vectors(encoded) for name, encoded in vectors["sentences"].items()}
    return [
        mine(one, vectors["questions"][one.text][0], matrices[one.question.report])
        for one in located
        if one.question.report not in held_out
    ]


def _held_out(located: list[LocatedQuestion], vectors: dict, held_out: list[str]) -> list:
    sentences = {name: SentenceVectors(vectors["sentences"][name]) for name in held_out}
    return [
        candidates(one, vectors["questions"][one.text], sentences[one.question.report])
        for one in located
        if one.question.report in held_out
    ]


def _trained_reader(encoder: Path, mined, held_out, pools, general, tokenizer, options: argparse.Namespace) -> Reader:
    """The reader after both its trainings, each in half precision, as the encoder: a build may go on elsewhere."""
    torch.manual_seed(options.seed)
    reader = Reader(load_bert(encoder)).to(DEVICE)
    first = ReaderRecipe(epochs=options.reader_epochs, seed=options.seed)
    plain = ReaderRecipe(epochs=options.plain_epochs, seed=options.seed, learning_rate=4e-5, plain=True)
    for name, recipe in (("reader", first), ("reader-plain", plain)):
        finished = options.work / f"{name}.pt"
        if not finished.exists():
            state = options.work / f"{name}.state"
            trained = train_reader(reader, mined, held_out, pools, general, tokenizer, recipe, state)
            torch.save({key: value.half() for key, value in trained.state_dict().items()}, finished)
        reader.load_state_dict(torch.load(finished, map_location=DEVICE, weights_only=True))
    return reader.eval()


def _config(config: dict) -> dict:
    kept = ("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size")
    sizes = {key: config[key] for key in kept}
    fixed = {"max_position_embeddings": 512, "type_vocab_size": 2, "hidden_act": "gelu", "pad_token_id": 0}
    return {"model_type": "bert", "architectures": ["BertModel"], **sizes, **fixed, "layer_norm_eps": 1e-12}


def _compare(precise: Path, model: Path, inputs: list, work: Path, difference) -> dict[str, float]:
    """int8 against fp32, and the product's runtime against Python's."""
    quantised = model / "onnx" / "model_quantized.onnx"
    exact, small = run_onnx(precise, inputs), run_onnx(quantised, inputs)
    asked, answered = work / "inputs.json", work / "outputs.json"
    asked.write_text(json.dumps(inputs))
    _run_node("run-in-node.ts", *(str(path.resolve()) for path in (quantised, asked, answered)))
    in_node = [
        np.array(row).reshape(one.shape) for row, one in zip(json.loads(answered.read_text()), small, strict=True)
    ]
    return {**difference("int8 against fp32", exact, small), **difference("Node against Python", small, in_node)}


def _cosines(name: str, left: list, right: list) -> dict[str, float]:
    cosines = [a[0] @ b[0] / np.linalg.norm(a[0]) / np.linalg.norm(b[0]) for a, b in zip(left, right, strict=True)]
    return {f"{name}: mean cosine": float(np.mean(cosines)), f"{name}: least cosine": float(np.min(cosines))}


def _differences(name: str, left: list, right: list) -> dict[str, float]:
    gaps = np.abs(np.concatenate(left) - np.concatenate(right))
    return {f"{name}: mean difference of logits": float(gaps.mean()), f"{name}: largest": float(gaps.max())}


def _encoder_table(measured: dict[str, list]) -> dict[str, dict[str, float]]:
    return {
        f"{name}, {kind}": figures for name, views in measured.items() for kind, figures in encoder_rows(views).items()
    }


def _as_text(tables: dict[str, dict]) -> str:
    return "\n\n".join(part for title, rows in tables.items() for part in (f"# {title}", as_table(rows)))


def _write_report(options: argparse.Namespace, tables: str, checks: dict) -> None:
    parts = []
    for name, figures in checks.items():
        parts += [f"# {name}", "\n".join(f"- {what}: {value:.4f}" for what, value in figures.items())]
        parts.append("\n".join(f"- `{file}` {digest}" for file, digest in file_hashes(options.models / name).items()))
    checked = "\n\n".join(parts)
    (options.work / "report.md").write_text(f"{tables}\n\n{checked}\n", encoding="utf-8")
    print(f"\n{checked}")


def _run_node(script: str, *arguments: str) -> None:
    subprocess.run(["npx", "tsx", str(TRAINING / script), *arguments], check=True, cwd=TRAINING.parent)


if __name__ == "__main__":
    sys.exit(main())
