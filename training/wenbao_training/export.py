"""Models as the product loads them: ONNX, opset 14, int8 that reads the same on every processor."""

import hashlib
import json
import logging
import os
import shutil
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
FILES = ("config.json", "onnx/model_quantized.onnx", "tokenizer.json", "tokenizer_config.json")
# onnxruntime-node 1.14 reads no newer file format.
NEWEST_FORMAT = 8


def export_model(model: nn.Module, config: dict, output: str, tokenizer_folder: Path, target: Path, work: Path) -> Path:
    """Writes the folder of a model and returns the fp32 file beside which it was quantised (in `work`)."""
    precise = work / f"{target.name}.onnx"
    quantised = target / "onnx" / "model_quantized.onnx"
    quantised.parent.mkdir(parents=True, exist_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    _write_precise(model.cpu().eval(), output, precise)
    _quantise(precise, quantised)
    (target / "config.json").write_text(json.dumps(config, indent=1))
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copyfile(tokenizer_folder / name, target / name)
    return precise


def _write_precise(model: nn.Module, output: str, path: Path) -> None:
    ids = torch.randint(5, 50, (2, 17))
    mask, segments = torch.ones_like(ids), torch.zeros_like(ids)
    mask[1, 14:] = 0
    segments[:, 8:] = 1
    axes = {name: {0: "batch", 1: "tokens"} for name in INPUTS}
    axes[output] = {0: "batch", 1: "tokens"} if output == "last_hidden_state" else {0: "batch"}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            (ids, mask, segments),
            str(path),
            input_names=INPUTS,
            output_names=[output],
            dynamic_axes=axes,
            opset_version=14,
            dynamo=False,
        )


def _quantise(precise: Path, quantised: Path) -> None:
    """
    Weights by channel within 7 bits: with 8, processors that have AVX2 and no VNNI add up products that no longer
    fit 16 bits and clip them.
    """
    level = logging.getLogger().level
    logging.getLogger().setLevel(logging.ERROR)
    quantize_dynamic(
        str(precise),
        str(quantised),
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    logging.getLogger().setLevel(level)
    stored = onnx.load(str(quantised))
    stored.ir_version = min(stored.ir_version, NEWEST_FORMAT)
    onnx.save(stored, str(quantised))


def run_onnx(path: Path, inputs: list[tuple[list[int], list[int]]]) -> list[np.ndarray]:
    """The output for each (ids, segments), one a pass as the product does."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(2, os.cpu_count() or 1)
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    outputs = []
    for ids, segments in inputs:
        row = np.array([ids])
        feeds = {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.array([segments])}
        outputs.append(session.run(None, feeds)[0][0])
    return outputs


def file_hashes(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
