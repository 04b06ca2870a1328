"""Facts as tables: document types, issuing bodies, places, terms, abbreviations and named acts.

Each table is a .csv file beside its loader and is read on first use; a new type, body, place or act is a new row.
"""

from graph.domain.abbreviations import abbreviations
from graph.domain.acts import Act, acts, acts_by_code, acts_by_name
from graph.domain.bodies import (
    ABBREVIATED_HEADS,
    IssuingBody,
    bodies_by_code,
    body_by_initials,
    body_by_name,
    initials,
    issuing_bodies,
    rank_of,
)
from graph.domain.document_types import DocumentType, document_types, is_joint, type_by_name, types_by_code
from graph.domain.naming import (
    begins,
    body_nouns,
    compounds,
    name_ends,
    name_phrases,
    nouns_as_written,
    numbered_words,
    offices,
    standing_bodies,
)
from graph.domain.places import Place, place_by_name, places
from graph.domain.short_names import JOINS, short_act_names
from graph.domain.terms import Term, assembly_term, assembly_term_at, from_roman, party_term_at, terms, to_roman

__all__ = [
    "ABBREVIATED_HEADS",
    "JOINS",
    "Act",
    "DocumentType",
    "IssuingBody",
    "Place",
    "Term",
    "abbreviations",
    "acts",
    "acts_by_code",
    "acts_by_name",
    "assembly_term",
    "assembly_term_at",
    "begins",
    "bodies_by_code",
    "body_by_initials",
    "body_by_name",
    "body_nouns",
    "compounds",
    "document_types",
    "from_roman",
    "initials",
    "is_joint",
    "issuing_bodies",
    "name_ends",
    "name_phrases",
    "nouns_as_written",
    "numbered_words",
    "offices",
    "party_term_at",
    "place_by_name",
    "places",
    "rank_of",
    "short_act_names",
    "standing_bodies",
    "terms",
    "to_roman",
    "type_by_name",
    "types_by_code",
]
