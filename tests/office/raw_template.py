"""A small raw template as a template's author leaves it: tags in bookmarks, a table that grows."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional, Sequence

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

COLUMNS = ("ky_hieu", "noi_dung", "diem_toi_da", "diem")
LOOP = (
    "{%tr for dong in bang_diem %}", '{%tr if dong.kieu == "nhom" %}', "nhom", "{%tr else %}", "khac",
    "{%tr endif %}", "{%tr endfor %}",
)  # fmt: skip
GROUP_FILL = 0xDDDDDD


def raw_template(path: Path, texts: int = 3, merged_tags: bool = False, loop: Sequence[str] = LOOP) -> Path:
    """Write it: ``o_0``, ``o_1`` …, ``uu_diem``, ``ke_trich_yeu``, ``bang_diem`` and a total row with ``tong_diem__2``.

    In ``loop`` a word without a tag is a model row; that of ``nhom`` is bold on grey.
    """
    document = docx.Document()
    for number in range(texts):
        place(document.add_paragraph("Nhãn {}: ".format(number)), "o_{}".format(number), bold=number % 2 == 1)
    place(document.add_paragraph(), "uu_diem")
    _rule(document.add_paragraph())
    _table(document, merged_tags, loop)
    document.add_paragraph("Hết.")
    document.save(str(path))
    return path


def place(paragraph: Any, name: str, text: Optional[str] = None, bold: bool = False) -> None:
    """A bookmark around ``text``, or around the slot's own tag."""
    _bookmark_edge(paragraph, "w:bookmarkStart", name)
    content = "{{ " + name.split("__")[0] + " }}" if text is None else text
    if content:
        paragraph.add_run(content).bold = bold
    _bookmark_edge(paragraph, "w:bookmarkEnd", name)


def _bookmark_edge(paragraph: Any, tag: str, name: str) -> None:
    edge = OxmlElement(tag)
    edge.set(qn("w:id"), str(int.from_bytes(name.encode("ascii"), "big") % 1_000_003))
    if tag == "w:bookmarkStart":
        edge.set(qn("w:name"), name)
    paragraph._p.append(edge)


def _rule(paragraph: Any) -> None:
    place(paragraph, "ke_trich_yeu", "")
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn("w:" + key), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)


def _table(document: Any, merged_tags: bool, loop: Sequence[str]) -> None:
    table = document.add_table(rows=len(loop) + 2, cols=len(COLUMNS), style="Table Grid")
    place(table.cell(0, 0).paragraphs[0], "bang_diem", "STT", bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row, content in enumerate(loop, 1):
        cells = table.rows[row].cells
        if "{%" not in content:
            _model_row(cells, content == "nhom")
            continue
        if merged_tags:
            cells[0].merge(cells[-1])
        cells[0].paragraphs[0].add_run(content)
    table.cell(len(loop) + 1, 0).paragraphs[0].add_run("Tổng cộng")
    place(table.cell(len(loop) + 1, 3).paragraphs[0], "tong_diem__2", bold=True)


def _model_row(cells: Any, is_group: bool) -> None:
    for cell, column in zip(cells, COLUMNS):
        paragraph = cell.paragraphs[0]
        paragraph.add_run("{{ dong." + column + " }}").bold = is_group
        paragraph.alignment = 0 if column == "noi_dung" else 1
        if is_group:
            shade = OxmlElement("w:shd")
            shade.set(qn("w:val"), "clear")
            shade.set(qn("w:fill"), "{:06X}".format(GROUP_FILL))
            cell._tc.get_or_add_tcPr().append(shade)
