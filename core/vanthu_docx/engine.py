"""The docx engine: a template and slots become a document. It never adds, rounds, formats or chooses."""

from __future__ import annotations

import re
import uuid
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import jinja2
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from vanthu import messages
from vanthu.data_error import DataError
from vanthu.memory import is_ours
from vanthu.slots import Paragraphs, Rule, Slot, Slots, Table, Text, slot_name
from vanthu.system_reason import system_reason
from vanthu.tags import with_nearest

from . import batch_messages, tag_mistakes, typed_tags
from .archive import repacked
from .custom_properties import write_properties
from .paper.ooxml import twips
from .paragraph_marks import divide
from .tagged_template import TaggedTemplate

PARAGRAPH_END = "\a"  # docxtpl turns it into the end of a paragraph and a new one like it
KIND = "kieu"  # the kind of a table's row, as templates ask for it: dong.kieu
TITLE_SLOTS = ("ten_loai", "trich_yeu")


class TemplateError(DataError):
    """A template that cannot be used."""

    def __init__(self, source: str, sentence: str) -> None:
        """Keep the sentence, for whoever knows the template under another name."""
        super().__init__(source, sentence)
        self.sentence = sentence


def render(template: Path, slots: Slots, destination: Path, properties: Mapping[str, str] | None = None) -> None:
    """Write ``template`` with ``slots`` put in to ``destination``, whole or not at all.

    ``properties`` become user-defined document properties. Slots that the template has no place for are left out.
    Raises ``TemplateError`` for a template that cannot be used, ``OSError`` where ``destination`` cannot be written.
    """
    rendered = rendered_bytes(template, slots, properties or {})
    _write_whole(destination, rendered)


def rendered_bytes(template: Path, slots: Slots, properties: Mapping[str, str]) -> bytes:
    """The finished document. The same arguments give the same bytes."""
    document = _opened(template)
    _refuse_unknown(document, template, slots)
    _make_places(document, template, slots)
    _refuse_bare_tables(document, template, slots)
    _fill(document, template, slots)
    _dress(document, slots)
    divide(document.docx.element.body, slots)
    _draw_rules(document, slots)
    _set_title(document, slots)
    write_properties(document.docx.part.package, properties, is_ours)
    target = BytesIO()
    document.save(target)
    return repacked(target.getvalue())


def places(template: Path, slots: Slots | None = None) -> frozenset[str]:
    """The slots that a template has a bookmark for; with ``slots``, also those that its typed tags will get."""
    document = _opened(template)
    if slots is not None:
        _make_places(document, template, slots)
    return typed_tags.places(_stories(document))


def shown(template: Path, slots: Slots) -> frozenset[str]:
    """The slots that a document shows: they have a place, or a tag works with them."""
    document = _opened(template)
    return document.variables(_environment()) | places(template, slots)


def columns(template: Path) -> dict[str, tuple[str, ...]]:
    """The columns that a template has for each of its tables."""
    return typed_tags.columns(_stories(_opened(template)))


def refuse_unknown(template: Path, slots: Slots) -> None:
    """Raise :class:`TemplateError` naming the tags of a template that are no slots, with the nearest that are."""
    _refuse_unknown(_opened(template), template, slots)


def names(template: Path) -> frozenset[str]:
    """The names that a template's tags ask for, as they were typed, and those of its bookmarks."""
    stories = _stories(_opened(template))
    return typed_tags.names(stories) | typed_tags.places(stories)


def _opened(template: Path) -> TaggedTemplate:
    try:
        content = template.read_bytes()
    except OSError as error:
        reason = system_reason(error)
        raise TemplateError(template.name, batch_messages.TEMPLATE_NOT_READ.format(reason=reason)) from error
    document = TaggedTemplate(BytesIO(content))
    try:
        document.init_docx()
    except _UNREADABLE as error:
        raise TemplateError(template.name, batch_messages.NOT_DOCX) from error
    if document.docx.element.find(qn("w:body")) is None:
        raise TemplateError(template.name, batch_messages.NOT_DOCX)
    return document


# What python-docx, zipfile, zlib and lxml raise for a file that is something else, cut short, damaged or encrypted.
_UNREADABLE = (
    *(OpcError, BadZipFile, zlib.error, EOFError, RuntimeError, etree.XMLSyntaxError),
    *(KeyError, ValueError, AttributeError),
)


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=True, finalize=_exact)


def _exact(value: object) -> Markup:
    # docxtpl takes "{_{" for "{{" after rendering, wherever it comes from; as a character reference it stays as typed.
    return Markup(str(escape(value)).replace("_", "&#95;"))


def _refuse_unknown(document: TaggedTemplate, template: Path, slots: Slots) -> None:
    mistake = tag_mistakes.quoted_name(document.texts()) or tag_mistakes.one_brace(document.texts(), slots)
    if mistake:
        raise TemplateError(template.name, mistake)
    for name in typed_tags.rowless(_stories(document)):
        raise TemplateError(template.name, batch_messages.NO_MODEL_ROW.format(name=name))
    for tag in typed_tags.torn_loops(_stories(document)):
        raise TemplateError(template.name, batch_messages.TORN_LOOP.format(tag=tag))
    try:
        unknown = document.variables(_environment()) - set(slots)
    except jinja2.TemplateSyntaxError as error:
        unknown = frozenset(filter(_is_a_wrong_name, typed_tags.names(_stories(document)) - set(slots)))
        if not unknown:
            mistake = tag_mistakes.syntax_mistake(document.texts(), _environment()) or batch_messages.WRONG_TAGS
            raise TemplateError(template.name, mistake) from error
    wrong = (*with_nearest(sorted(unknown), slots), *_wrong_columns(document, slots))
    if wrong:
        raise TemplateError(template.name, batch_messages.NO_SUCH_SLOT.format(names="; ".join(wrong)))


def _wrong_columns(document: TaggedTemplate, slots: Slots) -> Iterator[str]:
    for name, asked in typed_tags.columns(_stories(document)).items():
        slot = slots.get(name)
        if isinstance(slot, Table):
            known = (*slot.columns, KIND, "")
            strange = sorted(f"dong.{column}" for column in set(asked) - set(known))
            yield from with_nearest(strange, [f"dong.{column}" for column in slot.columns])


def _is_a_wrong_name(words: str) -> bool:
    """A single word, or words that mean nothing to the template: ``{{ tổng điểm }}``, but not ``{{ a if b }}``."""
    if not _WORDS.fullmatch(words):
        return False
    try:
        _environment().compile_expression(words)
    except jinja2.TemplateSyntaxError:
        return True
    return words.isidentifier()


_WORDS = re.compile(r"[^\W\d][\w ]*")


def _make_places(document: TaggedTemplate, template: Path, slots: Slots) -> None:
    stories = _stories(document)
    try:
        typed_tags.make_places(stories, slots)
    except typed_tags.NotATextError as error:
        raise TemplateError(template.name, messages.TABLE_IN_TEXT.format(name=error)) from error


def _refuse_bare_tables(document: TaggedTemplate, template: Path, slots: Slots) -> None:
    """A table that only has its place, as in a filled document: Writer can fill it, here no row is there to repeat."""
    stories = _stories(document)
    bare = (typed_tags.places(stories) - typed_tags.names(stories)) & set(slots)
    for name in sorted(bare):
        if isinstance(slots[name], Table):
            without_tags = batch_messages.OR_WRITER.format(sentence=batch_messages.NO_MODEL_ROW.format(name=name))
            raise TemplateError(template.name, without_tags)


def _stories(document: TaggedTemplate) -> list[Any]:
    """Everything that holds text: the body, headers and footers."""
    sides = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    relations = document.docx.part.rels.values()
    return [document.docx.element.body, *(one.target_part.element for one in relations if one.reltype in sides)]


def _fill(document: TaggedTemplate, template: Path, slots: Slots) -> None:
    context = {name: _value(slot) for name, slot in slots.items()}
    try:
        document.render(context, _environment(), autoescape=True)
    except etree.XMLSyntaxError as error:
        raise TemplateError(template.name, batch_messages.MISPLACED_TAG) from error
    except _FROM_A_TAG as error:
        text = document.failed_text(error)
        raise TemplateError(template.name, batch_messages.NOT_FILLED.format(text=text)) from error


# What Jinja raises, and what a tag computes: {{ 1 / 0 }}.
_FROM_A_TAG = (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def _value(slot: Slot) -> Any:
    if isinstance(slot, Text):
        return slot.text
    if isinstance(slot, Paragraphs):
        return PARAGRAPH_END.join(slot.paragraphs)
    if isinstance(slot, Table):
        return [{KIND: row.kind, **dict(zip(slot.columns, row.cells, strict=True))} for row in slot.rows]
    return ""  # a rule has a length and no text


def _dress(document: TaggedTemplate, slots: Slots) -> None:
    """Give the paragraphs of a slot the styles they name; a style that the template lacks is left out."""
    styled = {name: slot for name, slot in slots.items() if isinstance(slot, Paragraphs) and slot.styles}
    ids = {style.name: style.style_id for style in document.docx.styles}
    for start in document.docx.element.body.iter(qn("w:bookmarkStart")):
        slot = styled.get(slot_name(start.get(qn("w:name"), "")))
        first = start.getparent()
        if slot is not None and first.tag == qn("w:p"):
            following = (first, *first.itersiblings(qn("w:p")))
            for paragraph, style in zip(following, slot.styles, strict=False):
                if style in ids:
                    paragraph.style = ids[style]


def _draw_rules(document: TaggedTemplate, slots: Slots) -> None:
    rules = {name: slot for name, slot in slots.items() if isinstance(slot, Rule)}
    for start in document.docx.element.body.iter(qn("w:bookmarkStart")):
        rule = rules.get(slot_name(start.get(qn("w:name"), "")))
        paragraph = start.getparent()
        if rule is not None and paragraph.tag == qn("w:p"):
            width = twips(rule.indent_mm)
            indent = paragraph.get_or_add_pPr().get_or_add_ind()
            indent.attrib.clear()
            indent.set(qn("w:left"), str(width))
            indent.set(qn("w:right"), str(width))


def _set_title(document: TaggedTemplate, slots: Slots) -> None:
    texts = [slots.get(name) for name in TITLE_SLOTS]
    words = [" ".join(text.text.split()) for text in texts if isinstance(text, Text)]
    if words and isinstance(texts[-1], Text):
        document.docx.core_properties.title = " ".join(words)[:_TITLE_LIMIT]


_TITLE_LIMIT = 255  # python-docx and Word take no more


def _write_whole(destination: Path, content: bytes) -> None:
    beside = destination.with_name(f".{uuid.uuid4().hex}{destination.suffix}")
    try:
        beside.write_bytes(content)
        beside.replace(destination)
    finally:
        beside.unlink(missing_ok=True)
