"""Who acted: parties and perpetrators, their names, and the role that the words give them."""

from __future__ import annotations

from extractor.values.actor.actor import Actor

__all__ = ["Actor"]
