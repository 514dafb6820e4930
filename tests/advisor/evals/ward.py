"""A small library of two roles on a ward."""

from advisor.domain import Fact, Guide, Passage, PassageKind, Role, Vocabulary
from tests.fakes import MemoryLibrary

SENTENCES = (
    "A ward nurse usually earns $50k to $70k a year.",
    "Growth for the ward nurse is 12% in total by 2034, according to the Herald.",
    "A flight medic earns more than a ward nurse, because the shifts are longer.",
    "Ward nurses and flight medics share the same rooms.",
    "The Herald prints no figure for holidays.",
    "A ward nurse must not work alone.",
)
ROW = "| Pay | $50k to $70k | $45k to $60k |"
TEXT = "\n\n".join((*SENTENCES, ROW))
GUIDE = Guide("herald", "Two jobs on a ward", TEXT, publisher="Herald", roles=("nurse", "medic"))
HEAD = "| Aspect | Ward nurse | Flight medic |"


def passage_of(text: str) -> Passage:
    kind, context = (PassageKind.TABLE_ROW, HEAD) if text == ROW else (PassageKind.PROSE, "")
    start = TEXT.index(text)
    return Passage("herald", kind, (), context, text, start, start + len(text))


def _fact(role: str, value: str) -> Fact:
    start = TEXT.index(value, TEXT.index(ROW))
    return Fact(role, "pay", "Pay", value, "herald", passage_of(ROW).id, start, start + len(value))


LIBRARY = MemoryLibrary(
    [GUIDE],
    [passage_of(text) for text in (*SENTENCES, ROW)],
    facts=(_fact("nurse", "$50k to $70k"), _fact("medic", "$45k to $60k")),
    vocabulary=Vocabulary(
        roles=(Role("nurse", "Ward nurse"), Role("medic", "Flight medic"), Role("porter", "Night porter"))
    ),
)
