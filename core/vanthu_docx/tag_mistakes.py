"""Mistakes in the tags of a template, each told with the tag as it was typed or with the words around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

import jinja2
from jinja2 import Environment, meta

from vanthu.tags import PATTERN

from . import batch_messages
from .tagged_template import shortened

_TAG = re.compile(PATTERN)
_EDGE = re.compile(r"\{\{|\}\}|\{%|%\}")
_ONE_BRACE = re.compile(r"\{\s*(\w+)\s*\}{1,2}")
_QUOTED = re.compile(r"""\{\{\s*["“”'‘’]\s*([^"“”'‘’]*?)\s*["“”'‘’]\s*\}\}""")
_STATEMENT = re.compile(r"\{%-?(?:(tr|tc|p|r)\s+)?\s*(\w+)")
_PREFIX = re.compile(r"^(\{[{%])(?:tr|tc|p|r)\s")
_ENDS = {"for": "endfor", "if": "endif"}
_PROBES = {  # a statement alone is no template: what stands around it
    "for": "{}{{% endfor %}}",
    "if": "{}{{% endif %}}",
    "elif": "{{% if 1 %}}{}{{% endif %}}",
    "else": "{{% if 1 %}}{}{{% endif %}}",
    "endif": "{{% if 1 %}}{}",
    "endfor": "{{% for x in () %}}{}",
}
_OF_DOCXTPL = ("colspan", "cellbg", "vm", "hm")


def quoted_name(texts: Iterable[str]) -> str:
    """A sentence about a tag that holds a name in quotes, and would print the name itself; blank where none does."""
    for tag in _tags(texts):
        found = _QUOTED.fullmatch(tag)
        if found:
            return batch_messages.QUOTED_NAME.format(tag=tag, name=found.group(1))
    return ""


def one_brace(texts: Iterable[str], known: Collection[str]) -> str:
    """A sentence about a known name that opens with one brace only, and would stay as it is; blank where none does."""
    for text in texts:
        if any(name in known for name in _ONE_BRACE.findall(_TAG.sub("", text))):
            return batch_messages.TAG_NOT_CLOSED.format(text=shortened(text))
    return ""


def syntax_mistake(texts: Iterable[str], environment: Environment) -> str:
    """A sentence about the first tag that is written wrongly; blank where none is found."""
    known = tuple(texts)
    for text in known:
        if _EDGE.search(_TAG.sub("", text)):
            return batch_messages.TAG_NOT_CLOSED.format(text=shortened(text))
    for tag in _tags(known):
        if _is_wrong(tag, environment):
            return batch_messages.WRONG_TAG.format(tag=shortened(tag))
    return _unbalanced(_tags(known))


def _tags(texts: Iterable[str]) -> Iterator[str]:
    return (tag for text in texts for tag in _TAG.findall(text))


def _is_wrong(tag: str, environment: Environment) -> bool:
    statement = _STATEMENT.match(tag)
    word = statement.group(2) if statement else ""
    probe = _PROBES.get(word, "{}").format(_PREFIX.sub(r"\1 ", tag))
    try:
        meta.find_undeclared_variables(environment.parse(re.sub("[“”]", '"', re.sub("[‘’]", "'", probe))))
    except jinja2.TemplateSyntaxError:
        return word not in _OF_DOCXTPL
    return False


def _unbalanced(tags: Iterable[str]) -> str:
    """What begins and does not end, or ends and did not begin."""
    begun: list[tuple[str, str]] = []  # the tag, and what ends it
    for tag in tags:
        statement = _STATEMENT.match(tag)
        prefix, word = (statement.group(1) or "", statement.group(2)) if statement else ("", "")
        if word in _ENDS:
            begun.append((tag, "{{%{} {} %}}".format(prefix, _ENDS[word])))
        elif word in _ENDS.values() and (not begun or word not in begun.pop()[1]):
            return batch_messages.TAG_NOT_BEGUN.format(tag=tag)
    return batch_messages.TAG_NOT_ENDED.format(tag=begun[-1][0], end=begun[-1][1]) if begun else ""
