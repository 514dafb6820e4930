"""What a conversation tells of the plan a person may want: the role it came to, their background and their aim."""

from collections.abc import Sequence

from advisor.answer.my_plan import GOAL_AT_MOST, PlanWanted
from advisor.answer.readers import Readers
from advisor.domain import Answer
from advisor.text import content_stems, normalise


def told_in(answers: Sequence[Answer], readers: Readers) -> PlanWanted:
    """The role that was advised last, or else that was spoken of alone; what is known of the person by now."""
    if not answers:
        return PlanWanted()
    roles = (answer.recommended_role or _only(answer.topic.roles) for answer in reversed(answers))
    person = answers[-1].about_person
    aim = person.get("aim", "")[:GOAL_AT_MOST]
    return PlanWanted(
        next((role for role in roles if role), ""), _background(person.get("background", ""), readers), aim
    )


def _only(roles: Sequence[str]) -> str:
    return roles[0] if len(roles) == 1 else ""


def _background(told: str, readers: Readers) -> str:
    """The id of the background that the guides write for and that these words name; empty where they name none."""
    named = {mention.id for mention in readers.reader.lexicon.roles.find(normalise(told))}
    stems = set(content_stems(told))
    for background in readers.comparer.sayings.backgrounds:
        if background.role in named or (background.stems and background.stems <= stems):
            return background.id
    return ""
