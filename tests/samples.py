"""Sample records: for every template one record whose document is whole, no slot of it left at "…".

The real documents of forms/examples where there is one, else a record put together from the kind itself: the unit and
the signer of a real document, an answer for every line of the form, words for every slot, rows for every table.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from vanthu import record_file
from vanthu.compose import compose
from vanthu.demand import Measure
from vanthu.document_kind import DocumentKind
from vanthu.form import Criterion, Form, Mode
from vanthu.library import Library
from vanthu.record import Record, Unit
from vanthu.slots import Slots
from vanthu_docx import house
from vanthu_docx.render import render

_EXAMPLES = house.folder("forms") / "examples"
_OPEN = "…"
_LENDERS = {"dvht-2020": "001", "dvht-2023": "004", "cdht-2014": "002", "cdht-2023": "002"}
_UNIT_TYPES = {"dvht-2020": "co-quan", "dvht-2023": "tieu-hoc", "cdht-2023": "xa"}
_ANY_FORM = "dvht-2020"
_YEAR = 2024
_ROWS = 40
_CELL = "Thu thập, cập nhật minh chứng của từng chỉ tiêu"
_ORGANS = ("Văn phòng UBND xã", "Hội Khuyến học xã", "Đoàn Thanh niên", "Trạm Y tế xã")
_PLAIN = (
    "Đơn vị đã triển khai đầy đủ, nghiêm túc các văn bản chỉ đạo của các cấp về việc học tập thường xuyên, học tập "
    "suốt đời; kết quả được theo dõi, cập nhật hằng quý và lưu trong hồ sơ."
)
_NUMBERED = (
    "# Công tác chỉ đạo",
    _PLAIN,
    "# Việc tổ chức thực hiện",
    "#. Xây dựng kế hoạch, phân công nhiệm vụ cho từng thành viên và kiểm tra việc thực hiện theo từng tháng.",
    "## Thu thập, cập nhật minh chứng của từng chỉ tiêu, gồm:",
    "#) Kế hoạch học tập thường xuyên của các thành viên trong đơn vị, có xác nhận của người phụ trách;",
    "#) Danh sách các lớp tập huấn, bồi dưỡng đã tham gia.",
)
_LINES = {
    "subject": "Về việc tổ chức học tập thường xuyên năm 2024",
    "chu_tri": "Bà Nguyễn Thị Bích Phượng, Phó Trưởng phòng.",
    "thu_ky": "Ông Nguyễn Hữu Tiến, chuyên viên.",
    "ten_chu_tri": "Nguyễn Thị Bích Phượng",
    "ten_thu_ky": "Nguyễn Hữu Tiến",
    "thoi_gian_bat_dau": "08 giờ 00 phút, ngày 05 tháng 12 năm 2024.",
    "thoi_gian": "08 giờ 00 phút, ngày 05 tháng 12 năm 2024.",
    "dia_diem": "Hội trường Phòng Giáo dục và Đào tạo huyện Kon Rẫy.",
    "khach_moi": "đại diện lãnh đạo các cơ quan, đơn vị, trường học trên địa bàn huyện và các thành viên Tổ đánh giá.",
    "dieu_1": "Ban hành kèm theo Quyết định này Quy chế học tập thường xuyên của các thành viên trong đơn vị năm 2024.",
}
_PARAGRAPHS = {
    "can_cu": (
        "Căn cứ Thông tư số 24/2023/TT-BGDĐT ngày 11 tháng 12 năm 2023 của Bộ trưởng Bộ Giáo dục và Đào tạo quy định "
        "về đánh giá, công nhận “Đơn vị học tập” cấp huyện, tỉnh",
        "Căn cứ chức năng, nhiệm vụ, quyền hạn của đơn vị",
        "Theo đề nghị của bộ phận chuyên môn",
    ),
    "thanh_phan": (
        "- Bà Nguyễn Thị Bích Phượng, Phó Trưởng phòng;",
        "- Ông Nguyễn Hữu Tiến, chuyên viên;",
        "- Ông Huỳnh Văn Tài, chuyên viên.",
    ),
    "ket_luan": ("Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 05 tháng 12 năm 2024./.",),
    "noi_dung": ("Các nội dung đã được trao đổi, thống nhất như sau:", *_NUMBERED),
}
_CELLS = {
    "ho_ten": ("Nguyễn Thị Bích Phượng", "Nguyễn Hữu Tiến", "Huỳnh Văn Tài", "Trần Thanh Tùng"),
    "chuc_vu": ("Phó Trưởng phòng", "Chuyên viên phụ trách giáo dục thường xuyên", "Kế toán", "Văn thư"),
    "nhiem_vu": ("Tổ trưởng", "Thư ký", "Thành viên", "Thành viên"),
    "ten": (
        "Phòng Giáo dục và Đào tạo huyện Kon Rẫy",
        "Ủy ban nhân dân xã Đồng Thịnh",
        "Trường Tiểu học Vĩnh Phong 3",
        "Phòng Giáo dục và Đào tạo huyện Hồng Ngự",
    ),
    "dia_chi": ("Thôn 9, xã Đăk Ruồng", "Xã Đồng Thịnh", "Huyện Vĩnh Thuận", "Huyện Hồng Ngự"),
    "de_nghi": ("Mức độ 2", "Mức độ 1", "Mức độ 2", "Mức độ 1"),
    "ket_qua": ("Mức độ 2", "Mức độ 1", "Mức độ 1", "Không đạt"),
    "muc_do": ("Mức độ 2", "Mức độ 1", "Mức độ 1", "Mức độ 1"),
    "ghi_chu": ("Công nhận lần đầu", "", "Công nhận lại", ""),
}


@functools.lru_cache(maxsize=1)
def library() -> Library:
    """The shipped rules, read once."""
    return house.open_library()


def template_ids() -> list[str]:
    """Every template that ships."""
    return sorted(path.stem for path in (house.folder("templates") / "docx").glob("*.docx"))


@functools.lru_cache(maxsize=None)
def sample_record(template_id: str) -> Record:
    """A record for this template: the example of that kind, else a made one."""
    return _examples().get(template_id) or made_record(library().kind(template_id))


def sample_slots(template_id: str) -> Slots:
    """The finished slots of the sample record."""
    record = sample_record(template_id)
    return compose(library().kind(template_id), record, library().assess(record), library().paper)


def sample_document(template_id: str, folder: Path, ending: str = ".docx") -> Path:
    """The document of the sample record, as the command line would make it."""
    target = folder / f"{template_id}{ending}"
    render(library(), template_id, sample_record(template_id), target)
    return target


def made_record(kind: DocumentKind) -> Record:
    """A record for a kind of document of which there is no real one, on the first form that the kind serves."""
    form = _form_of(kind)
    lender = _example(_LENDERS[form.id])
    return replace(
        lender,
        form=form.id,
        kind=kind.id,
        year=_YEAR,
        unit_type=_UNIT_TYPES.get(form.id, ""),
        unit=replace(lender.unit, address="Thôn 9, xã Đăk Ruồng", phone="02603824262", email="vanthu@example.vn"),
        document=replace(
            lender.document,
            number="05",
            date="2024-12-05",
            addressees=("Ủy ban nhân dân huyện Kon Rẫy",),
            field="VX",
        ),
        typed=tuple((line.id, _answer(form, line)) for line in form.leaves()),
        stated=(),
        assigned={line.id: (_ORGANS[number % len(_ORGANS)],) for number, line in enumerate(form.counted())},
        evidence={line.id: ("Kế hoạch số 12/KH-PGDĐT ngày 05/01/2024",) for line in form.counted()},
        text=dict(_texts(kind, form)),
        rows={name: _rows(table.columns) for name, table in kind.tables.items() if table.over == "rows"},
    )


def _form_of(kind: DocumentKind) -> Form:
    """The first form of the kind, with only the lines that apply to the unit of the record."""
    form = library().form(kind.form_ids[0] if kind.form_ids else _ANY_FORM)
    unit_type = _UNIT_TYPES.get(form.id, "")
    scope = form.scope_of(unit_type)
    return form.for_unit(scope, unit_type, Record.ownership) if scope else form


def _answer(form: Form, line: Criterion) -> str:
    """The best answer that the line takes."""
    if form.mode is Mode.POINTS:
        return "6" if line.max_score is None else str(line.max_score)
    answers = {Measure.YES_NO: "đạt", Measure.GRADE: "3", Measure.DIGITAL: "tốt", None: ""}
    return answers.get(line.measure, "; ".join(["20/20"] * len(line.counts)))


def _texts(kind: DocumentKind, form: Form) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Words for every slot that the kind leaves open, and for every line of the form."""
    if _OPEN in kind.subject:
        yield "trich_yeu", (_LINES["subject"],)
    for name, default in kind.text.items():
        if any(_OPEN in line for line in default):
            yield name, (_LINES[name],) if name in _LINES else _PARAGRAPHS.get(name, (_PLAIN, "- " + _PLAIN))
    if any(pattern.over == "indicators" for pattern in kind.lists.values()):
        for line in form.counted():
            yield from ((f"{field}/{line.id}", (_PLAIN,)) for field in ("mo_ta", "uu_diem", "ton_tai"))


def _rows(columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Rows for more than a page; the running number is not typed."""
    own = [column for column in columns if column != "stt"]
    return tuple(tuple(_CELLS.get(column, (_CELL,) * 4)[row % 4] for column in own) for row in range(_ROWS))


@functools.lru_cache(maxsize=1)
def _examples() -> dict[str, Record]:
    """The example records by kind; the first of several."""
    records = [_example(path.stem) for path in sorted(_EXAMPLES.glob("*.toml")) if path.stem.count(".") == 0]
    return {record.kind: record for record in reversed(records)}


def _example(name: str) -> Record:
    return record_file.load(_EXAMPLES / f"{name}.toml")


# The same record as an unlucky clerk would have it.

HARD = "Sở “GD&ĐT” <huyện> 'A' \"B\" {x} %} {{ z }} " + "rất dài " * 12


def with_hard_signs(record: Record) -> Record:
    """The record with signs of markup, quotes and very long names everywhere."""
    return replace(
        record,
        unit=Unit(*[HARD.strip()] * len(vars(record.unit))),
        signer=replace(record.signer, name="Nguyễn Thị Bích “Phượng” & <Hoa>"),
        text=dict.fromkeys(record.text, ("một\ndòng & <hai>", "c\td", HARD)),
        rows={name: tuple(tuple("a & <b>" for _ in row) for row in rows) for name, rows in record.rows.items()},
    )


def untouched(record: Record) -> Record:
    """The record of a clerk who has typed nothing yet."""
    return Record(form=record.form, year=record.year, kind=record.kind)


VARIANTS: dict[str, Callable[[Record], Record]] = {
    "whole": lambda record: record,
    "blank": untouched,
    "hard": with_hard_signs,
}
