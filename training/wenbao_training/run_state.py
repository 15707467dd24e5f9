"""The state of a training run on disk, so that a killed run goes on where it was."""

import os
from pathlib import Path

import torch


def save_state(path: Path, state: dict) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    torch.save(state, unfinished)
    os.replace(unfinished, path)


def load_state(path: Path) -> dict | None:
    return torch.load(path, weights_only=False) if path.exists() else None


class Average:
    """Exponential moving average of the trained parameters: what is measured and exported."""

    def __init__(self, model: torch.nn.Module, decay: float = 0.998):
        self.decay, self.updates = decay, 0
        self.values = {name: value.detach().clone() for name, value in _trained(model)}

    @torch.no_grad()
    def update(self, model: torch.nn.Module) -> None:
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        trained = dict(_trained(model))
        torch._foreach_lerp_([self.values[name] for name in trained], list(trained.values()), 1 - decay)

    @torch.no_grad()
    def swap(self, model: torch.nn.Module) -> None:
        """The model gets the average and the average what the model had; swap again to go on."""
        for name, value in _trained(model):
            kept = value.detach().clone()
            value.copy_(self.values[name])
            self.values[name] = kept


def _trained(model: torch.nn.Module):
    return [(name, value) for name, value in model.named_parameters() if value.requires_grad]
