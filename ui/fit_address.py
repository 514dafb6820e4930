"""The address of a fit quiz: the replies, read from it and written into it."""

from collections.abc import Mapping

from advisor.question.quiz import Reply

MOST = 60  # replies in one address: no quiz is longer


def replies(fields: Mapping[str, str]) -> dict[str, Reply]:
    """Each field that holds a reply, by its statement; whatever else stands in an address is no reply."""
    known = set(Reply)
    found = {item: Reply(said) for item, said in fields.items() if said in known}
    return dict(list(found.items())[:MOST])
