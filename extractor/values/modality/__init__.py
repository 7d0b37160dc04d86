"""Whether an event happened, is history, is yet to come, or is only supposed."""

from __future__ import annotations

from extractor.values.modality.modality import ModalityLabel

__all__ = ["ModalityLabel"]
