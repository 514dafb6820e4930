"""Which guide is written for a person, by the audience it names and what they said of themselves. Knows no roles."""

from collections.abc import Mapping

from advisor.answer.evidence import Reader

_NEAR = 0.3  # cosine of an audience with the person's situation
_LEAD = 0.05  # nearer by less than this, no guide is more for them than another
_WITHOUT = {"none": "I have no degree, no academic background.", "self-taught": "I am self-taught."}  # degree


def written_for(person: Mapping[str, str], reader: Reader) -> str | None:
    """The guide whose audience the person belongs to most clearly; None where none stands out."""
    told = [f"I am a {person['background']}."] if "background" in person else []
    told += [_WITHOUT[degree] for degree in [person.get("degree", "")] if degree in _WITHOUT]
    guides, audiences = reader.audiences
    if not told or len(guides) < 2:
        return None
    near = (audiences @ reader.library.embed(told).T).max(axis=1)
    second, first = sorted(near)[-2:]
    return guides[int(near.argmax())] if first >= _NEAR and first - second >= _LEAD else None
