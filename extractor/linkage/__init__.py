"""Which claims are about the same event: deterministic, explained, the same answer for any order of the claims."""

from extractor.linkage.corpus import link_mentions
from extractor.linkage.linker import link_claims
from extractor.linkage.mentions import Figure, Mention
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceMatch, PlaceModel, PlaceRelation, SimilarityPlaces

__all__ = [
    "Figure",
    "LinkOptions",
    "Mention",
    "PlaceMatch",
    "PlaceModel",
    "PlaceRelation",
    "SimilarityPlaces",
    "link_claims",
    "link_mentions",
]
