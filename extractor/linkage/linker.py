"""Claims in, groups out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.linkage.articlemarks import agree_on_places, name_marks, name_people
from extractor.linkage.claimmentions import mention_of
from extractor.linkage.corpus import link_mentions
from extractor.linkage.mentions import Mention
from extractor.linkage.options import LinkOptions
from extractor.linkage.roles import roles_of
from extractor.records import CheckedClaim
from extractor.records.groups import Linked
from extractor.segments import TextView
from extractor.values.schema import ClaimSchema


def link_claims(
    claims: Sequence[CheckedClaim],
    views: Mapping[str, TextView],
    schema: type[ClaimSchema],
    options: LinkOptions | None = None,
) -> Linked:
    """Put claims that are about one occurrence together; totals and background apart.

    Args:
        claims: checked claims of any number of articles, in any order; a claim given twice counts once.
        views: the text of each document by its id. A claim whose document is missing is linked by its values alone.
        schema: says by its value types which field is the place, the date, the figures.
        options: thresholds and the place model; the defaults when `None`.

    Returns:
        Every claim with a usable value in one group, the others in `unlinked` with the reason.
    """
    options = options or LinkOptions()
    roles = roles_of(schema)
    unlinked: list[tuple[str, str]] = []
    mentions: list[Mention] = []
    for claim, extra in _distinct(claims):
        if extra:
            unlinked.append((claim.id, "another claim has this id, with other content"))
        if any(v.verdict.usable for values in claim.fields.values() for v in values):
            mentions.append(mention_of(claim, views, roles, options.places))
        else:
            unlinked.append((claim.id, "no value of it is usable"))
    by_document: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_document.setdefault(mention.document, []).append(mention)
    for document, told in sorted(by_document.items()):
        agree_on_places(told, options.places)
        if document in views:
            name_people(told, views[document], options.places)
            name_marks(told, views[document], roles)
    linked = link_mentions(mentions, options)
    return linked.model_copy(update={"unlinked": tuple(sorted({*linked.unlinked, *unlinked}))})


def _distinct(claims: Sequence[CheckedClaim]) -> list[tuple[CheckedClaim, bool]]:
    """Each id once (the first by content), in id order, and whether other content claimed the same id."""
    by_id: dict[str, dict[str, CheckedClaim]] = {}
    for claim in claims:
        by_id.setdefault(claim.id, {})[claim.model_dump_json()] = claim
    return [(found[min(found)], len(found) > 1) for _, found in sorted(by_id.items())]
