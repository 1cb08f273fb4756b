"""A template as docxtpl reads it: everything in it that is filled, and the words around what could not be."""

from __future__ import annotations

import html
import re
import textwrap
import traceback
from collections.abc import Iterator
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment, meta
from lxml import etree

_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")  # that docxtpl fills
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_PARAGRAPH = re.compile(r"(?=<w:p[ >])")
_SHOWN = 80  # letters of a paragraph: enough to find it


class TaggedTemplate(DocxTemplate):  # type: ignore[misc]
    """docxtpl repairs broken XML by leaving text out; here that is an error, since nothing may vanish."""

    _filling = ""  # in lines as Jinja counts them

    def fix_tables(self, xml: str) -> Any:
        """Raise lxml's ``XMLSyntaxError`` for what is no XML any more."""
        etree.fromstring(xml)
        return super().fix_tables(xml)

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """Fill one part, whose lines are remembered for :meth:`failed_text`."""
        self._filling = _PARAGRAPH.sub("\n", src_xml)
        rendered: str = super().render_xml_part(src_xml, part, context, jinja_env)
        return rendered

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Fill the properties, remembered as one line."""
        self._filling = " ".join(text for text in self._properties() if "{{" in text)
        super().render_properties(context, jinja_env)

    def variables(self, environment: Environment) -> frozenset[str]:
        """The names that the tags ask for, outside of what loops name; raises Jinja's ``TemplateSyntaxError``."""
        sources = [*map(self.patch_xml, self._parts()), *self._properties()]
        return frozenset().union(*(meta.find_undeclared_variables(environment.parse(source)) for source in sources))

    def texts(self) -> Iterator[str]:
        """The text of every paragraph and property that is filled, as it was typed."""
        for part in self._parts():
            yield from map(_text, _PARAGRAPH.split(part))
        yield from self._properties()

    def failed_text(self, error: BaseException) -> str:
        """The text of the paragraph whose filling ended in this error."""
        lines = self._filling.splitlines() or [""]
        numbers = [
            number
            for frame, number in traceback.walk_tb(error.__traceback__)
            if frame.f_code.co_filename == "<template>"
        ]
        number = numbers[-1] if numbers else 1
        line = lines[min(number, len(lines)) - 1]
        return shortened(_text(re.sub("{%.*?%}", "", line)))  # statements fall into the line beside them

    def _parts(self) -> Iterator[str]:
        yield self.get_xml()
        for uri in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in self.get_headers_footers(uri):
                yield self.get_part_xml(part)
        for part in self.docx.part.package.parts:
            if part.content_type == _FOOTNOTES:
                yield part.blob.decode("utf-8")

    def _properties(self) -> Iterator[str]:
        return (getattr(self.docx.core_properties, name) for name in _PROPERTIES)


def shortened(text: str) -> str:
    """The text as it is quoted in a sentence."""
    return textwrap.shorten(text, _SHOWN, placeholder=" …")


def _text(xml: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", xml))
