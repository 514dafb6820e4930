"""Who is said to say it: "According to the Herald, …" is not among the words that a passage of the Herald must hold."""

import re

from advisor.verify.evidence import Evidence

_SAYS = r"says|states|notes|reports|writes|adds|finds|holds|explains|points out|argues|claims"
_ATTRIBUTED = re.compile(
    r"^(?:according to|in the (?:view|words|opinion) of) (?P<before>[^,;:]{2,80}),\s*"
    r"|,? (?:according to|as (?:told|stated|said) by) (?P<after>[^,;:]{2,80}?)(?=[,;:]|\.?\s*$)"
    rf"|^(?P<says>[^,;:]{{2,80}}?) (?:{_SAYS})(?: that|:)\s",
    re.IGNORECASE,
)


def without_attribution(text: str, evidence: Evidence) -> str:
    """The text without the words that give it to a guide that it cites, unless the cited words name that guide too."""
    match = _ATTRIBUTED.search(text)
    if match is None:
        return text
    named = set(evidence.names.guide_ids(match["before"] or match["after"] or match["says"]))
    cited = {passage.guide_id for passage in evidence.passages}
    if not named or not named <= cited or named & set(evidence.names.guide_ids(evidence.text_told)):
        return text
    left = text[: match.start()] + text[match.end() :]
    return left[:1].upper() + left[1:]
