"""What holds for any claim made from any of these sentences."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.domain import Basis, Citation, Claim, Passage, PassageKind, Support
from advisor.verify.check import verify
from tests.advisor.verify.named import Named

NAMES = Named(("nurse", "paramedic", "carer"), ("pay",))
SENTENCES = [
    "A nurse earns $50k to $70k a year, and no degree is asked for.",
    "Growth of 12% in total by 2034 is projected for the paramedic.",
    "Only 3% of carer adverts are for beginners.",
    "About 85% of clinics keep records on paper.",
    "A nurse needs at least 2 years of training, 3 months of it on a ward.",
    "A paramedic usually answers 8 to 10 calls a day.",
]
ASYMMETRIC = [
    "A {a} earns $50k, against $40k for a {b}.",
    "A {a} earns more than a {b}.",
    "Night shifts belong to the {a}, while office hours belong to the {b}.",
    "A {a} works on a ward; a {b} drives an ambulance.",
    "The {a} needs a diploma, but the {b} needs a licence.",
]
PASSAGE = Passage("ward", PassageKind.PROSE, (), "", " ".join(SENTENCES), 0, len(" ".join(SENTENCES)))

sentences = st.sampled_from(SENTENCES)


def support(text: str, *cited: Passage) -> Support:
    citations = tuple(Citation(p.id, p.text, 0, len(p.text)) for p in cited)
    return verify(Claim(text, Basis.MODEL, citations), {p.id: p for p in cited}, NAMES).support


def passage(text: str) -> Passage:
    return Passage("ward", PassageKind.PROSE, (), "", text, 0, len(text))


@settings(deadline=None)
@given(sentences)
def test_a_sentence_of_the_passage_is_supported(sentence):
    assert support(sentence, PASSAGE) is Support.SUPPORTED


@settings(deadline=None)
@given(st.data(), st.sampled_from([s for s in SENTENCES if re.search(r"\d", s)]))
def test_a_changed_figure_is_never_supported(data, sentence):
    figure = data.draw(st.sampled_from(list(re.finditer(r"\d+", sentence))))
    other = data.draw(st.integers(1, 9_999).map(str).filter(lambda n: n not in re.findall(r"\d+", PASSAGE.text)))

    changed = sentence[: figure.start()] + other + sentence[figure.end() :]

    assert support(changed, PASSAGE) not in {Support.SUPPORTED, Support.PARTLY}


@settings(deadline=None)
@given(st.data(), sentences)
def test_a_sentence_with_a_not_put_in_is_never_supported(data, sentence):
    words = sentence.rstrip(".").split()
    place = data.draw(st.integers(1, len(words) - 1))

    denied = " ".join([*words[:place], "not", *words[place:]]) + "."

    assert support(denied, passage(sentence)) is not Support.SUPPORTED


@settings(deadline=None)
@given(st.sampled_from(ASYMMETRIC), st.permutations(["nurse", "paramedic", "carer"]))
def test_swapped_roles_are_never_supported(pattern, roles):
    told, swapped = pattern.format(a=roles[0], b=roles[1]), pattern.format(a=roles[1], b=roles[0])

    assert support(told, passage(told)) is Support.SUPPORTED
    assert support(swapped, passage(told)) is Support.CONTRADICTED


@settings(deadline=None)
@given(st.permutations(SENTENCES), st.sampled_from(["A nurse earns $50k to $70k.", "A carer earns $50k to $70k."]))
def test_the_order_of_citations_changes_nothing(order, claim):
    straight = support(claim, *map(passage, SENTENCES))

    assert support(claim, *map(passage, order)) is straight
