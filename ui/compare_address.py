"""The address of a comparison: what was chosen, read from it and written into it."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote, unquote, urlencode

from advisor.compare.table import Comparison, Wanted

MOST = 60  # of what is asked for at once: more is no comparison a person reads


def key(name: str) -> str:
    """An id as it stands in an address, where a comma parts ids."""
    return quote(name, safe=" /&'()")


def wanted(roles: Iterable[str], attributes: Iterable[str], background: str) -> Wanted:
    """From the fields of a form or of a shared address: `roles=a&roles=b` and `roles=a,b` are the same."""
    return Wanted(_parted(roles), _parted(attributes), background.strip())


def address(comparison: Comparison, page: str = "/compare") -> str:
    """The address that brings this comparison back."""
    roles, attributes = ([choice.id for choice in chosen] for chosen in (comparison.roles, comparison.attributes))
    return compare_address(roles, attributes, comparison.background.id if comparison.background else "", page)


def compare_address(
    roles: Sequence[str], attributes: Sequence[str] = (), background: str = "", page: str = "/compare"
) -> str:
    """The address of a comparison of these."""
    fields = {
        "roles": ",".join(map(key, roles)),
        "attributes": ",".join(map(key, attributes)),
        "background": background,
    }
    return f"{page}?{urlencode({name: value for name, value in fields.items() if value}, safe=',')}"


def _parted(values: Iterable[str]) -> tuple[str, ...]:
    ids = (unquote(part).strip() for value in values for part in value.split(","))
    return tuple(dict.fromkeys(part for part in ids if part))[:MOST]
