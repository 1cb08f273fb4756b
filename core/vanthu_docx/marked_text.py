"""Text that somebody marked with a bookmark in a .docx: taken away, to make room for the tag of its slot."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_P, _R, _T, _START, _END, _ID, _LOOK = map(
    qn, ("w:p", "w:r", "w:t", "w:bookmarkStart", "w:bookmarkEnd", "w:id", "w:pPr")
)


def paragraphs_of(start: Any, partner: Any) -> tuple[Any, ...]:
    """The paragraphs over which a bookmark stands; none where its ends do not stand side by side.

    ``start`` is its ``w:bookmarkStart``; ``partner`` that of the bookmark over the last of several paragraphs, if any.
    """
    here = start.getparent()
    siblings = (here, *here.itersiblings(_P)) if here.tag == _P else ()
    for mark in (partner, start):
        end = None if mark is None else _end_of(mark)
        there = None if end is None else end.getparent()
        if there is not None and there in siblings:
            return siblings[: siblings.index(there) + 1]
    return ()


def text_of(paragraphs: Iterable[Any], start: Any, partner: Any) -> str:
    """What is written there."""
    elements = _elements(tuple(paragraphs), start, partner)
    return "".join(node.text or "" for element in elements for node in element.iter(_T))


def put(text: str, paragraphs: tuple[Any, ...], start: Any, partner: Any) -> None:
    """Write ``text`` in place of what stands there, as one run with the look of the first; one paragraph is left."""
    here, there = paragraphs[0], paragraphs[-1]
    elements = _elements(paragraphs, start, partner)
    written = _run(text, next((element for element in elements if element.tag == _R), None))
    for element in elements:
        element.getparent().remove(element)
    for paragraph in paragraphs[1:]:
        here.extend([child for child in paragraph if paragraph is there and child.tag != _LOOK])
        paragraph.getparent().remove(paragraph)
    start.addnext(_end_of(start))
    start.addnext(written)
    if partner is not None:
        _take_away(partner)


def _elements(paragraphs: tuple[Any, ...], start: Any, partner: Any) -> list[Any]:
    """Everything between the two ends, other than bookmarks."""
    there = paragraphs[-1]
    ends = [_end_of(mark) for mark in (partner, start) if mark is not None]
    stop = next(end for end in ends if end is not None and end.getparent() is there)
    children = [child for paragraph in paragraphs for child in paragraph]
    between = children[children.index(start) : children.index(stop)]
    return [child for child in between if child.tag not in (_START, _END, _LOOK)]


def _end_of(start: Any) -> Any:
    root = start.getroottree().getroot()
    return next((end for end in root.iter(_END) if end.get(_ID) == start.get(_ID)), None)


def _take_away(start: Any) -> None:
    for mark in (start, _end_of(start)):
        if mark is not None and mark.getparent() is not None:
            mark.getparent().remove(mark)


def _run(text: str, model: Any) -> Any:
    run, node = OxmlElement("w:r"), OxmlElement("w:t")
    if model is not None and model.rPr is not None:
        run.append(deepcopy(model.rPr))
    node.text = text
    run.append(node)
    return run
