"""An open document seen call by call, so that a test can let something happen between two calls of a fill."""

from __future__ import annotations

from typing import Any, Callable


def call_by_call(thing: Any, before_call: Callable[[str], None]) -> Any:
    """The object of the office with ``before_call(name)`` before every call on it, and on whatever its calls give."""
    if isinstance(thing, tuple):
        return tuple(call_by_call(one, before_call) for one in thing)
    return _Seen(thing, before_call) if _is_of_office(thing) else thing


def _is_of_office(thing: Any) -> bool:
    return type(thing).__name__ == "pyuno"


class _Seen:
    """Stands in for an object; what is given back to the office is the object itself."""

    def __init__(self, thing: Any, before_call: Callable[[str], None]) -> None:
        self.__dict__.update(thing=thing, before_call=before_call)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.thing, name)
        if type(found).__name__ != "PyUNO_callable":
            return call_by_call(found, self.before_call)

        def called(*arguments: Any) -> Any:
            self.before_call(name)
            return call_by_call(found(*(_plain(argument) for argument in arguments)), self.before_call)

        return called

    def __setattr__(self, name: str, value: Any) -> None:
        self.before_call(name)
        setattr(self.thing, name, _plain(value))

    def __eq__(self, other: Any) -> bool:
        return bool(self.thing == _plain(other))

    def __ne__(self, other: Any) -> bool:
        return not self == other

    __hash__ = None  # type: ignore[assignment]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    return value.thing if isinstance(value, _Seen) else value
