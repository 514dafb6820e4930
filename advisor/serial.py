"""Answers, and other frozen values, as plain data and back: the JSON that `--json` prints and the ledger keeps.

Knows dataclasses, tuples, dicts, enums and None, and nothing of what an answer means: a new field of the vocabulary
needs no line here. Fields that are missing take their defaults and unknown ones are left out, so records of older
versions stay readable.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from advisor.domain import Answer

Read = Callable[[Any], Any]


Value = TypeVar("Value")


def to_dict(value: object) -> dict[str, Any]:
    """`dataclasses.asdict` with enums as their values and tuples as lists: what `json.loads` would give back."""
    plain: dict[str, Any] = _plain(value)
    return plain


def from_dict(data: dict[str, Any]) -> Answer:
    """The answer whose `to_dict` this is; raises TypeError or ValueError where it is no answer."""
    return read(Answer, data)


def read(kind: type[Value], data: dict[str, Any]) -> Value:
    """The value of this dataclass whose `to_dict` this is."""
    value: Value = _reader(cast(Any, kind))(data)
    return value


def _plain(value: Any) -> Any:
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    kind: Any = type(value)
    return {name: _plain(getattr(value, name)) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _reader(hint: Any) -> Read:
    """How a value of this type is read back."""
    if get_origin(hint) in (Union, UnionType):
        (kind,) = (part for part in get_args(hint) if part is not NoneType)
        read = _reader(kind)
        return lambda data: None if data is None else read(data)
    if get_origin(hint) is tuple:
        read_item = _reader(get_args(hint)[0])
        return lambda data: tuple([read_item(item) for item in data])
    if is_dataclass(hint):
        return _dataclass_reader(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return lambda data: data


def _dataclass_reader(kind: Any) -> Read:
    hints = get_type_hints(kind)
    readers = {name: _reader(hints[name]) for name in _names(kind)}

    def read(data: dict[str, Any]) -> Any:
        return kind(**{name: reader(data[name]) for name, reader in readers.items() if name in data})

    return read
