"""The addresses of plans: of one put together from what a person told, read and written, and of one that is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.datastructures import ImmutableMultiDict

MOST = 60  # statements or roles in one address: more is no plan a person made


@dataclass(frozen=True)
class PlanAsked:
    """`agreed`: statements of the fit quiz; `compared`: roles it was compared with; `conversation`: where it goes."""

    role: str = ""
    background: str = ""
    goal: str = ""
    agreed: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    conversation: str = ""

    @property
    def fields(self) -> Iterator[tuple[str, str]]:
        """Those that are told, as they stand in an address or a form."""
        single = (("role", self.role), ("background", self.background), ("goal", self.goal))
        several = (("agreed", self.agreed), ("compared", self.compared))
        yield from ((name, value) for name, value in (*single, ("conversation", self.conversation)) if value)
        yield from ((name, value) for name, values in several for value in values)


def asked(fields: ImmutableMultiDict[str, str]) -> PlanAsked:
    single = {name: str(fields.get(name, "")) for name in ("role", "background", "goal", "conversation")}
    several = {name: tuple(map(str, fields.getlist(name)))[:MOST] for name in ("agreed", "compared")}
    return PlanAsked(**single, **several)


def plan_address(wanted: PlanAsked) -> str:
    told = urlencode(list(wanted.fields))
    return f"/plan?{told}" if told else "/plan"


def kept_address(conversation_id: str) -> str:
    """Where the plan of a conversation is changed."""
    return f"/conversations/{quote(conversation_id, safe='')}/plan"
