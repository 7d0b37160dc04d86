"""Who is said to be responsible, and with what stance."""

from __future__ import annotations

from extractor.values.responsibility.responsibility import Responsibility

__all__ = ["Responsibility"]
