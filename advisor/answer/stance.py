"""How a sentence argues: a rule for choosing, an exception, a reason, a point against. Knows form, not roles.

All texts are normalised: `Piece.plain`.
"""

import re

_RULE = re.compile(
    r"\b(?:choose|pick|aim for|go for|take|suits?|fits?|better (?:choice|fit|match)|best fit|default|points? to|easier"
    r"|lower barrier|more attainable|better odds|wrong choice|nearer role)\b"
)
_EXCEPTION = re.compile(r"\b(?:exception|unless|except|still be better|wrong choice|even if)\b")
_MISFIT = re.compile(r"\b(?:wrong choice|bores?|less part|not for)\b")
_BARRIER = re.compile(
    r"\b(?:hard(?:er)?|narrow|tougher|steeper|compet\w+|rivals?|slower|longer ramp|crowded|higher hiring bar)\b"
)
_NEEDS_LESS = re.compile(
    r"\b(?:self[- ]taught|teach(?:ing)? yourself|even if you have never|no \w+ is named|plausible|attainable)\b"
    r"|\bcan\b.*\bwithout\b|\beven without\b|\b(?:need|needs|require|requires|asks? for) no\b"
    r"|\bnot (?:strictly |always |a )?(?:required|needed|necessary|must|the only)\b"
    r"|\b(?:frequently|often|usually|mostly) enough\b|\bdo(?:es)? not (?:need|require|rule out|have to)\b"
    r"|\b(?:lower|low) (?:\w+ ){0,3}(?:barrier|level)\b|\bbetter (?:odds|chances?)\b|\beasier\b|\bopen to\b"
    r"|\b(?:counts?|matters?) more\b"
)
_NEW = re.compile(r"\b(?:new|learn(?:ing)?|adds?|ramp|curve|shift|study|upskill\w*|missing|gap)\b")
_REASON = re.compile(
    r"\b(?:because|since|as they|so that|reasons?|due to|draws? on|overlap|hinges?|thanks to|demands?|asks? for)\b"
)
_CONTRAST = re.compile(r"\b(?:differences?|differ|while|whereas|against|more than|than)\b|;")
_PARALLEL = re.compile(r";|, while\b|\bwhereas\b|, but (?:an?|the)\b")
_IS = re.compile(
    r"^\W*(?:(?:is|are) (?:an?|the|one|some\w+|defined|about|in charge|responsible)\b|means?\b|builds?\b"
    r"|designs?\b|runs?\b|owns?\b|looks? after\b|takes? care\b|works? on\b|cares? for\b|stands? between\b|automates?\b"
    r"|keeps?\b|treats?\b|focus(?:es)? on\b|does\b(?! not))"
)
_VERDICT = re.compile(r"^(?:yes|no|usually|not (?:always|necessarily|quite))\b")
_DEFINITION = re.compile(
    r"^(?:an? |the )?[\w /-]{2,40}? (?:is|are|means|builds?|looks? after|focus(?:es)?|works? on|runs?|owns?|designs?"
    r"|deploys?)\b"
)


def sets_side_by_side(text: str) -> bool:
    """Says of two things in one sentence what each is."""
    return bool(_PARALLEL.search(text))


def says_what_it_is(text: str) -> bool:
    """Whether what follows a name says what bears it: "is a ...", "builds ..."."""
    return bool(_IS.search(text))


def sets_apart(text: str) -> bool:
    """Says in what two things differ."""
    return bool(_CONTRAST.search(text))


def is_rule(text: str) -> bool:
    return bool(_RULE.search(text))


def is_exception(text: str) -> bool:
    return bool(_EXCEPTION.search(text))


def is_misfit(text: str) -> bool:
    """Says for whom a role is wrong."""
    return bool(_MISFIT.search(text))


def is_barrier(text: str) -> bool:
    """Says what makes a role hard to reach."""
    return bool(_BARRIER.search(text))


def argues_against(text: str) -> bool:
    return is_misfit(text) or is_barrier(text)


def needs_less(text: str) -> bool:
    """Says what can be done without, or what is enough."""
    return bool(_NEEDS_LESS.search(text))


def tells_what_is_new(text: str) -> bool:
    """Says what is still to be learned."""
    return bool(_NEW.search(text))


def speaks_against(text: str) -> bool:
    """Says what is wrong or hard, and does not advise the role all the same."""
    return is_misfit(text) or (is_barrier(text) and not is_rule(text))


def gives_reason(text: str) -> bool:
    return bool(_REASON.search(text))


def says_yes_or_no(text: str) -> bool:
    return bool(_VERDICT.search(text))


def defines(text: str) -> bool:
    return bool(_DEFINITION.search(text))
