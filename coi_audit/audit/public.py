"""The public edition of an audit: the same audit with what may not be published kept back, before anything is written.

What is structure is made safe part by part; then every text of the whole audit goes through one mask.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from coi_audit.audit.public_findings import published_findings
from coi_audit.audit.public_items import published_meeting
from coi_audit.audit.public_known import known_names
from coi_audit.audit.public_papers import published_papers
from coi_audit.audit.public_view import View, view_of
from coi_audit.audit.public_walk import Walk
from coi_audit.linking.masking import Masker
from coi_audit.model.audit import Audit
from coi_audit.model.publication import KeptBack, KeptBackCount, PublicEdition
from coi_audit.rulebook.masking_words import MaskingWords
from coi_audit.rulebook.publication import Publication
from coi_audit.rulebook.types import Rulebook


def public_edition(audit: Audit, *, publication: Publication, rulebook: Rulebook, words: MaskingWords) -> Audit:
    """The audit as it may be published. Pure: the same audit and rules give the same edition; applied twice, the same.

    Every text that a paper, a file name or a person's answer may have put into the audit has been through the mask;
    `public` counts what was kept back.
    """
    if audit.public is not None:
        return audit
    view = view_of(audit, publication, rulebook)
    masker = Masker(known_names(audit, view, words), words)
    structured = _structured(audit, view)
    walk = Walk(masker, view, words)
    walked = walk.each(replace(structured, confidential=None))
    assert isinstance(walked, Audit)
    return replace(walked, public=_edition(view.times + walk.times, publication))


def _structured(audit: Audit, view: View) -> Audit:
    meetings = tuple(published_meeting(one, view) for one in audit.meetings)
    found = published_findings(audit, view)
    return replace(published_papers(audit, view), meetings=meetings, **found)


def _edition(times: Counter[KeptBack], publication: Publication) -> PublicEdition:
    counts = []
    for kind in KeptBack:
        mask = publication.mask(kind.value)
        if times[kind] and mask is not None:
            counts.append(KeptBackCount(kind, mask.keeps_back, times[kind]))
    return PublicEdition(tuple(counts))
