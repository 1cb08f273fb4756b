"""The blocks of a document as paragraphs and tables, each for one kind of the description."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import List, Sequence
from xml.etree.ElementTree import Element

from vanthu.layout import Layout
from vanthu.numbering import roman
from vanthu.typeface import Typeface

from .description import (
    Addressees,
    Annex,
    Article,
    Block,
    Body,
    Clause,
    Closing,
    Column,
    GrowingTable,
    Letterhead,
    Section,
    Signature,
    Signatures,
    Title,
    Worded,
)
from .names import style_id
from .ooxml import twips, w
from .styles import EDGE, GRID, RULE, STRONG, TITLE_RULE, cell_margins
from .text import Places, paragraph, run, upper, words

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"
ANNEX = "Phụ lục"
ARTICLE = "Điều {}."


@dataclass
class Writer:
    """Puts blocks on paper one after the other; it counts headings, so that no number can stand twice."""

    layout: Layout
    typeface: Typeface
    places: Places = field(default_factory=Places)
    sections: int = 0
    clauses: int = 0
    articles: int = 0
    annexes: int = 0

    def elements(self, block: Block) -> List[Element]:
        """The paragraphs and tables of a block."""
        if isinstance(block, Letterhead):
            return [self._letterhead(block)]
        if isinstance(block, Title):
            return self._title()
        if isinstance(block, Addressees):
            return [self._slot("kinh_gui", "kinh_gui")]
        if isinstance(block, (Section, Clause)):
            return [self._heading(block)]
        if isinstance(block, (Body, Worded, Closing, Article)):
            return [self._running_text(block)]
        if isinstance(block, GrowingTable):
            return [self._growing_table(block)]
        if isinstance(block, Signatures):
            return self._signatures(block)
        if isinstance(block, Annex):
            return self._annex(block)
        return [self._signature(block)]

    def _running_text(self, block: Body | Worded | Closing | Article) -> Element:
        if isinstance(block, Worded):
            return self._paragraph(block.component, block.text)
        if isinstance(block, Article):
            self.articles += 1
            look = self.layout.component("loi_ket" if block.closing else "noi_dung").style
            number = run(ARTICLE.format(self.articles) + " ", STRONG)
            return paragraph(look, number, *words(block.text, self.places))
        return self._paragraph("noi_dung" if isinstance(block, Body) else "loi_ket", block.text)

    def _letterhead(self, block: Letterhead) -> Element:
        left = [
            self._slot("co_quan_chu_quan", "co_quan_chu_quan"),
            self._slot("co_quan_ban_hanh", "co_quan_ban_hanh"),
            self._rule("ke_co_quan", RULE, "co_quan_ban_hanh", self.layout.letterhead.left_mm),
        ]
        right = [self._paragraph("quoc_hieu", NATION), self._paragraph("tieu_ngu", MOTTO), self._motto_rule()]
        number = [self._slot("so_ky_hieu", "so_ky_hieu") if block.number else paragraph(EDGE)]
        if block.subject:
            number.append(self._slot("trich_yeu_cong_van", "trich_yeu_cong_van"))
        place_and_date = [self._slot("dia_danh_thoi_gian", "dia_danh_thoi_gian") if block.date else paragraph(EDGE)]
        columns = self.layout.letterhead
        return _side_by_side(columns.left_mm, columns.right_mm, [(left, right), (number, place_and_date)])

    def _title(self) -> List[Element]:
        return [
            self._slot("ten_loai", "ten_loai"),
            self._slot("trich_yeu", "trich_yeu"),
            self._rule("ke_trich_yeu", TITLE_RULE, "trich_yeu", self.layout.page.text_width_mm),
        ]

    def _heading(self, block: Section | Clause) -> Element:
        if isinstance(block, Section):
            self.sections, self.clauses = self.sections + 1, 0
            return self._paragraph("muc", f"{roman(self.sections)}. {upper(block.title)}")
        self.clauses += 1
        return self._paragraph("khoan", f"{self.clauses}. {block.title}")

    def _growing_table(self, table: GrowingTable) -> Element:
        grid = [w("gridCol", w=twips(column.width_mm)) for column in table.columns]
        properties = w(
            "tblPr",
            w("tblStyle", val=style_id(GRID)),
            w("tblW", w=twips(_width(table.columns)), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0000"),
        )
        rows = [self._heading_row(table), *self._model_rows(table)]
        if table.total_label:
            rows.append(self._total_row(table))
        return w("tbl", properties, w("tblGrid", *grid), *rows)

    def _heading_row(self, table: GrowingTable) -> Element:
        first, *rest = table.columns
        marked = self.places.around(table.slot, run(first.heading))
        cells = [self._cell(first, "bang_dam_giua", *marked)]
        cells += [self._cell(column, "bang_dam_giua", run(column.heading)) for column in rest]
        return _row(cells, w("tblHeader"))

    def _model_rows(self, table: GrowingTable) -> List[Element]:
        looks = [self._model_row(table, "bang")]
        if table.group_kind:
            looks = [
                self._tag_row(table, f'{{%tr if dong.kieu == "{table.group_kind}" %}}'),
                self._model_row(table, "bang_dam"),
                self._tag_row(table, "{%tr else %}"),
                *looks,
                self._tag_row(table, "{%tr endif %}"),
            ]
        loop = f"{{%tr for dong in {table.slot} %}}"
        return [self._tag_row(table, loop), *looks, self._tag_row(table, "{%tr endfor %}")]

    def _tag_row(self, table: GrowingTable, tag: str) -> Element:
        first, *rest = table.columns
        return _row([self._cell(first, "bang", run(tag)), *(self._cell(column, "bang") for column in rest)])

    def _model_row(self, table: GrowingTable, component: str) -> Element:
        return _row(
            [
                self._cell(column, _aligned(component, column), run(f"{{{{ dong.{column.name} }}}}"))
                for column in table.columns
            ]
        )

    def _total_row(self, table: GrowingTable) -> Element:
        # No merged cells: who hears the table counts its columns, and the office's accessibility check asks for it.
        *before, last = table.columns[: -len(table.total)]
        label = self._cell(last, "bang_dam_giua", *words(table.total_label, self.places))
        cells = [*(self._cell(column, "bang") for column in before), label]
        for column, text in zip(table.columns[-len(table.total) :], table.total, strict=True):
            cells.append(self._cell(column, _aligned("bang_dam", column), *words(text, self.places)))
        return _row(cells)

    def _cell(self, column: Column, component: str, *content: Element) -> Element:
        style = self.layout.component(component).style
        return w("tc", _cell_properties(twips(column.width_mm)), paragraph(style, *content))

    def _signature(self, block: Signature) -> Element:
        left = [self._paragraph("noi_nhan_tu", RECIPIENTS), self._slot("noi_nhan", "noi_nhan_danh_sach")]
        right = [self._slot("chuc_vu_ky", "chuc_vu_ky"), self._slot("ten_nguoi_ky", "ho_ten_ky")]
        if not block.recipients:
            left = [self._paragraph("noi_nhan_danh_sach", "")]
        if not block.signer:
            right = [self._paragraph("noi_nhan_danh_sach", "")]
        columns = self.layout.signature
        return _side_by_side(columns.left_mm, columns.right_mm, [(left, right)])

    def _signatures(self, block: Signatures) -> List[Element]:
        sides = [
            [self._paragraph("chuc_vu_ky", word), self._paragraph("ho_ten_ky", f"{{{{ {name} }}}}")]
            for word, name in ((block.left, block.left_name), (block.right, block.right_name))
        ]
        half = self.layout.page.text_width_mm / 2
        recipients = [self._paragraph("noi_nhan_tu", RECIPIENTS), self._slot("noi_nhan", "noi_nhan_danh_sach")]
        return [_side_by_side(half, half, [(sides[0], sides[1])]), *recipients]

    def _annex(self, block: Annex) -> List[Element]:
        self.annexes += 1
        self.sections = self.clauses = 0
        number = f"{ANNEX} {roman(self.annexes)}" if block.numbered else ANNEX
        return [
            self._paragraph("phu_luc", number),
            self._paragraph("tieu_de_phu_luc", upper(block.title)),
            self._paragraph("chi_dan_phu_luc", f"{{{{ kem_theo{_again(self.annexes)} }}}}"),
        ]

    def _slot(self, place: str, component: str) -> Element:
        return self._paragraph(component, f"{{{{ {place} }}}}")

    def _paragraph(self, component: str, text: str) -> Element:
        return paragraph(self.layout.component(component).style, *words(text, self.places))

    def _motto_rule(self) -> Element:
        motto, width = self.layout.component("tieu_ngu"), self.layout.letterhead.right_mm
        ratio = motto.rule.used if motto.rule else Decimal(1)
        indent = self.typeface.rule_indent_mm(MOTTO, width, ratio, motto.size_pt.used, motto.bold, motto.italic)
        return paragraph(RULE, left=twips(indent), right=twips(indent))

    def _rule(self, place: str, style: str, component: str, container_mm: Decimal) -> Element:
        rule = self.layout.component(component).rule
        ratio = rule.used if rule else Decimal(1)
        # Until the text is known: as under a line that fills two thirds of the place.
        indent = twips(container_mm * (1 - ratio * 2 / 3) / 2)
        return paragraph(style, *self.places.around(place), left=indent, right=indent)


def _aligned(component: str, column: Column) -> str:
    return f"{component}_giua" if column.alignment == "center" else component


def _width(columns: Sequence[Column]) -> Decimal:
    return sum((column.width_mm for column in columns), Decimal(0))


def _again(number: int) -> str:
    """What distinguishes the places of a slot used more than once."""
    return f"__{number}" if number > 1 else ""


def _side_by_side(left_mm: Decimal, right_mm: Decimal, rows: Sequence[tuple[List[Element], List[Element]]]) -> Element:
    widths = (twips(left_mm), twips(right_mm))
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        cell_margins(Decimal(0)),
        w("tblLook", val="0000"),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    made = [_row([_open_cell(*cell) for cell in zip(widths, row, strict=True)]) for row in rows]
    return w("tbl", properties, grid, *made)


def _open_cell(width: int, content: Sequence[Element]) -> Element:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *content)


def _row(cells: Sequence[Element], *more: Element) -> Element:
    return w("tr", w("trPr", w("cantSplit"), *more), *cells)


def _cell_properties(width: int, *span: Element) -> Element:
    return w("tcPr", w("tcW", w=width, type="dxa"), *span, w("vAlign", val="center"))
