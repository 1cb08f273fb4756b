"""A document and its printed pages side by side: which paragraph of the .docx each printed letter belongs to."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from pages import Letter, Line, Page, pages

from vanthu.layout import Layout
from vanthu_docx.paper.names import style_id
from vanthu_docx.paper.styles import STRONG

TWIPS = 20  # in a point
ARTICLE = "dieu"


@dataclass(frozen=True)
class Section:
    """Paper and margins of a run of pages, in points, as the .docx says."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    starts_at: int | None  # the number of its first page; None goes on counting
    hides_first: bool

    @property
    def middle(self) -> float:
        return (self.left + self.width - self.right) / 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the .docx with letters in it; ``left`` and ``right`` are the edges of its column of the page."""

    number: int
    style: str  # the style's name
    letters: str  # without blanks
    strong: tuple[bool, ...]  # letter by letter: set apart by the bold character style
    broken: bool  # holds line breaks or tabs
    left: float
    right: float
    section: int
    cell: int  # 0 outside tables; paragraphs of one cell share the number
    table: int  # 0 outside tables
    side_by_side: bool  # in a table without lines: letterhead, signature
    column: int
    heads_table: bool


@dataclass(frozen=True)
class Printed:
    """A paragraph and its lines on paper; the heading row of a table comes once for every page."""

    paragraph: Paragraph
    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def letters(self) -> list[Letter]:
        return [letter for line in self.lines for letter in line.letters]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Document:
    """One document: its sections, every paragraph with its lines, the pages and their numbers."""

    sections: tuple[Section, ...]
    printed: tuple[Printed, ...]
    pages: tuple[Page, ...]
    margin_lines: tuple[Line, ...]  # what stands above the text: page numbers
    layout: Layout = field(repr=False)

    def of(self, component: str) -> list[Printed]:
        """The paragraphs of a component."""
        return [one for one in self.printed if component in components(one.paragraph, self.layout)]

    def letters_of(self, component: str) -> list[Letter]:
        """Every printed letter that is to look like a component."""
        return [
            letter
            for one in self.of(component)
            for letter, its in zip(one.letters, _letter_components(one.paragraph, self.layout), strict=False)
            if its == component
        ]

    def section_of(self, page: int) -> int:
        """Which section a page belongs to; a page without letters goes with the one before it."""
        found = [one.paragraph.section for one in self.printed for line in one.lines if line.page <= page]
        return max(found, default=0)

    def page_in_section(self, page: int) -> int:
        """1 for the first page of its section."""
        section = self.section_of(page)
        return sum(1 for number in range(page + 1) if self.section_of(number) == section)


def components(paragraph: Paragraph, layout: Layout) -> tuple[str, ...]:
    """What a paragraph is; one whose number is set apart ("Điều 1.") is both an article and running text."""
    return tuple(dict.fromkeys(_letter_components(paragraph, layout)))


def _letter_components(paragraph: Paragraph, layout: Layout) -> list[str]:
    component = layout.by_style(paragraph.style)
    assert component is not None, f"kiểu đoạn lạ “{paragraph.style}”: {paragraph.letters}"
    return [ARTICLE if strong else component.id for strong in paragraph.strong]


def document(path: Path, pdf: Path, layout: Layout) -> Document:
    """Match a .docx with its PDF; raises ``AssertionError`` where a letter of one is missing in the other."""
    sections, paragraphs = contents(path)
    found = pages(pdf)
    top = float(layout.page.top_mm.minimum) * 72 / 25.4
    above = tuple(line for page in found for line in page.lines if line.y < top)
    letters = [letter for page in found for letter in page.letters if letter.y >= top]
    printed = tuple(_printed(paragraphs, letters, _blanks_behind(found)))
    return Document(sections, printed, tuple(found), above, layout)


def contents(path: Path) -> tuple[tuple[Section, ...], list[Paragraph]]:
    """The sections of a .docx, and its paragraphs that hold letters."""
    opened = docx.Document(str(path))
    sections = tuple(_sections(opened.element.body))
    return sections, _paragraphs(opened.element.body, sections, opened.styles)


def points(element: Any, name: str) -> float:
    """An attribute in twips as points; 0 where it is not written."""
    return int(element.get(qn(f"w:{name}"), 0)) / TWIPS if element is not None else 0.0


def _sections(body: Any) -> Iterator[Section]:
    for properties in body.iter(qn("w:sectPr")):
        size, margin = properties.find(qn("w:pgSz")), properties.find(qn("w:pgMar"))
        numbering = properties.find(qn("w:pgNumType"))
        start = numbering.get(qn("w:start")) if numbering is not None else None
        yield Section(
            *(points(size, name) for name in ("w", "h")),
            *(points(margin, name) for name in ("top", "bottom", "left", "right")),
            starts_at=None if start is None else int(start),
            hides_first=properties.find(qn("w:titlePg")) is not None,
        )


def _paragraphs(body: Any, sections: tuple[Section, ...], styles: Any) -> list[Paragraph]:
    names = {style.style_id: style.name for style in styles}
    cells = itertools.count(1)
    section, made = 0, []
    for block in body:
        page = sections[min(section, len(sections) - 1)]
        place = {"section": section, "left": page.left, "right": page.width - page.right}
        if block.tag == qn("w:p"):
            made.append(_paragraph(block, names, cell=0, table=0, **place))
            section += block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
        elif block.tag == qn("w:tbl"):
            made.extend(_of_table(block, names, cells, place, _cell_side(block, styles)))
    filled = [paragraph for paragraph in made if paragraph.letters]
    return [replace(paragraph, number=number) for number, paragraph in enumerate(filled)]


def _cell_side(table: Any, styles: Any) -> float:
    """Between the border of a cell and its text, as the style of the table says; 0 in a table without a style."""
    used = table.tblPr.find(qn("w:tblStyle"))
    if used is None:
        return 0.0
    style = styles.element.get_by_id(used.get(qn("w:val")))
    return points(style.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}/{qn('w:left')}"), "w")


def _of_table(
    table: Any, names: dict[str, str], cells: Iterator[int], place: dict[str, Any], inner: float
) -> Iterator[Paragraph]:
    properties = table.tblPr
    side_by_side = properties.find(qn("w:tblStyle")) is None
    edges = [place["left"] + points(properties.find(qn("w:tblInd")), "w")]
    for column in table.tblGrid.findall(qn("w:gridCol")):
        edges.append(edges[-1] + points(column, "w"))
    table_number = next(cells)
    for row in table.findall(qn("w:tr")):
        heads = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        start = 0
        for cell in row.findall(qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            end = start + (1 if span is None else int(span.get(qn("w:val"))))
            number = next(cells)
            for paragraph in cell.findall(qn("w:p")):
                yield _paragraph(
                    paragraph,
                    names,
                    section=place["section"],
                    left=edges[start] + inner,
                    right=edges[end] - inner,
                    cell=number,
                    table=table_number,
                    side_by_side=side_by_side,
                    column=start,
                    heads_table=heads,
                )
            start = end


def _paragraph(element: Any, names: dict[str, str], **place: Any) -> Paragraph:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    letters, strong = [], []
    for run in element.iter(qn("w:r")):
        look = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        marked = look is not None and look.get(qn("w:val")) == style_id(STRONG)
        for text in run.iter(qn("w:t")):
            plain = "".join(unicodedata.normalize("NFC", text.text or "").split())
            letters.append(plain)
            strong += [marked] * len(plain)
    broken = next(element.iter(qn("w:br"), qn("w:tab"), qn("w:cr")), None) is not None
    return Paragraph(
        **{"number": 0, "side_by_side": False, "column": 0, "heads_table": False, **place},
        style=names.get(style.get(qn("w:val")), "") if style is not None else "",
        letters="".join(letters),
        strong=tuple(strong),
        broken=broken,
    )


def _printed(
    paragraphs: list[Paragraph], letters: list[Letter], blanks: dict[Letter, list[Letter]]
) -> Iterator[Printed]:
    """Both run side by side, letter by letter; only heading rows of tables may come again, at the top of a page."""
    owners = _owners(paragraphs, letters)
    found: dict[int, list[list[Letter]]] = {}
    for letter, owner in zip(letters, owners, strict=True):
        lines = found.setdefault(owner, [])
        if not lines or abs(lines[-1][-1].y - letter.y) > 1 or lines[-1][-1].page != letter.page:
            lines.append([])
        lines[-1].append(letter)
    for paragraph in paragraphs:
        yield Printed(paragraph, tuple(_line(line, blanks) for line in found[paragraph.number]))


def _owners(paragraphs: list[Paragraph], letters: list[Letter]) -> list[int]:
    owners: list[int] = []
    expected = [(character, one.number) for one in paragraphs for character in one.letters]
    at = 0
    while len(owners) < len(letters):
        done = len(owners)
        letter = letters[done]
        if done and letters[done - 1].page != letter.page:
            again = _heading_again(paragraphs, expected, at, letters[done:])
            owners += again
            if again:
                continue
        wanted = "".join(character for character, _ in expected[at : at + len(letter.text)])
        assert wanted == letter.text, _difference(expected, at, letters[done:])
        owners.append(expected[at][1])
        at += len(letter.text)
    assert at == len(expected), "không in ra: " + "".join(character for character, _ in expected[at:])
    return owners


def _heading_again(
    paragraphs: list[Paragraph], expected: list[tuple[str, int]], at: int, letters: list[Letter]
) -> list[int]:
    """The owners of the letters of a heading row that is printed again, or none."""
    if at == len(expected):
        return []
    table = paragraphs[expected[at][1]].table
    heading = [one for one in paragraphs if table and one.table == table and one.heads_table]
    owners = [one.number for one in heading for _ in one.letters]
    text = "".join(one.letters for one in heading)
    printed = "".join(letter.text for letter in letters[: len(text)])
    repeats = heading and printed == text and expected[at][1] not in owners
    return owners if repeats else []


def _difference(expected: list[tuple[str, int]], at: int, letters: Iterable[Letter]) -> str:
    wanted = "".join(character for character, _ in expected[at : at + 40])
    printed = "".join(letter.text for letter in itertools.islice(letters, 40))
    return f"trong tệp: “{wanted}”; trên giấy: “{printed}”"


def _blanks_behind(found: Iterable[Page]) -> dict[Letter, list[Letter]]:
    """By letter: the blanks behind it, so that a line reads as it stands."""
    blanks: dict[Letter, list[Letter]] = {}
    for page in found:
        last = None
        for character in page.characters:
            if not character.text.isspace():
                last = character
            elif last is not None:
                blanks.setdefault(last, []).append(character)
    return blanks


def _line(letters: list[Letter], blanks: dict[Letter, list[Letter]]) -> Line:
    spaced = [character for letter in letters for character in (letter, *blanks.get(letter, ()))]
    written = [character for character in blanks.get(letters[-1], ()) if character.text != " "]
    blank_to = written[-1].x1 if written else letters[-1].x1
    return Line(tuple(letters), " ".join("".join(one.text for one in spaced).split()), blank_to)
