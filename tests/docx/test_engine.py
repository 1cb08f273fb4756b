"""The docx engine puts finished text on paper exactly, or says in one sentence why it cannot."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vanthu.data_error import DataError
from vanthu.slots import Paragraphs, Row, Rule, Slot, Table, Text
from vanthu_docx.engine import TemplateError, render

ODD_TEXTS = {
    "markup": "Sở GD&ĐT <b>\"x\"</b> 'y' “z” &amp; &lt;",
    "template tags": "{{ tong_diem }} {% raw %} {_{ }_} {_% %_} {# #} __html__",
    "combining mark": "hoa\u0323\u0302c",
    "many blanks": "  hai   khoảng  trắng ",
    "no-break space": "Điều\u00a07",
    "emoji": "👍🏽",
    "10,000 characters": "Đánh giá " * 1111 + "ả",
}
PLAIN = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=60)


@pytest.fixture
def rendered(tmp_path: Path, report_template: Path, sample_slots) -> Callable[..., Path]:
    def document(**changed: Slot) -> Path:
        render(report_template, sample_slots(**changed), tmp_path / "out.docx")
        return tmp_path / "out.docx"

    return document


def a_template(folder: Path, *paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    document.save(str(folder / "mau.docx"))
    return folder / "mau.docx"


def bookmark_paragraphs(path: Path, name: str) -> list[str]:
    """The text between the ends of a place, paragraph by paragraph; ``\\n`` and ``\\t`` as typed."""
    paragraphs: list[str] = []
    inside = None
    body = docx.Document(str(path)).element.body
    last = body.findall(f".//{qn('w:bookmarkStart')}[@{qn('w:name')}='_{name}']")
    for element in body.iter():
        if element.tag == qn("w:bookmarkStart") and element.get(qn("w:name")) == name:
            inside = (last[0] if last else element).get(qn("w:id"))
            paragraphs.append("")
        elif element.tag == qn("w:bookmarkEnd") and element.get(qn("w:id")) == inside:
            return paragraphs
        elif inside is not None and element.tag == qn("w:p"):
            paragraphs.append("")
        elif inside is not None:
            signs = {qn("w:t"): element.text or "", qn("w:br"): "\n", qn("w:tab"): "\t"}
            in_run = element.getparent().tag == qn("w:r")
            paragraphs[-1] += signs.get(element.tag, "") if in_run else ""
    raise AssertionError(f"bookmark {name} does not end")


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_a_text_comes_out_exactly_as_it_went_in(rendered: Callable[..., Path], text: str):
    path = rendered(ten_don_vi=Text(text), uu_diem=Paragraphs((text, text)), bang_diem=a_row(text))

    assert bookmark_paragraphs(path, "ten_don_vi") == [text]
    assert bookmark_paragraphs(path, "uu_diem") == [text, text]
    assert docx.Document(str(path)).tables[1].cell(1, 1).text == text


def a_row(text: str) -> Table:
    return Table(("ky_hieu", "noi_dung", "diem_toi_da", "diem"), (Row("tieu_chi", ("a", text, "1", "1")),))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PLAIN, min_size=1, max_size=3))
def test_any_paragraphs_come_out_exactly(rendered: Callable[..., Path], texts: list[str]):
    path = rendered(uu_diem=Paragraphs(tuple(texts)), ten_don_vi=Text(texts[0]))

    assert bookmark_paragraphs(path, "uu_diem") == texts
    assert bookmark_paragraphs(path, "ten_don_vi") == [texts[0]]


def test_line_breaks_and_tabs_stay_inside_their_paragraph(rendered: Callable[..., Path]):
    path = rendered(ten_don_vi=Text("Tổ\tmột\nTổ hai"), kinh_gui=Paragraphs(("Kính gửi:", "\t- A;", "\t- B.")))

    assert bookmark_paragraphs(path, "ten_don_vi") == ["Tổ\tmột\nTổ hai"]
    assert bookmark_paragraphs(path, "kinh_gui") == ["Kính gửi:", "\t- A;", "\t- B."]


@pytest.mark.parametrize("paragraphs", [(), ("",), ("", "x", "")])
def test_a_bookmark_survives_empty_paragraphs(rendered: Callable[..., Path], paragraphs: tuple[str, ...]):
    path = rendered(uu_diem=Paragraphs(paragraphs))

    assert bookmark_paragraphs(path, "uu_diem") == list(paragraphs or ("",))


def test_every_bookmark_of_the_template_is_in_the_document(rendered: Callable[..., Path], report_template: Path):
    made = [name for name in bookmarks(rendered()) if not name.startswith("_")]

    assert made == bookmarks(report_template)


def test_a_slot_of_several_paragraphs_has_a_bookmark_over_the_first_and_one_over_the_last(rendered):
    names = bookmarks(rendered(uu_diem=Paragraphs(("một", "hai", "ba")), ton_tai=Paragraphs(("một",))))

    assert {"uu_diem", "_uu_diem", "ton_tai"} <= set(names)
    assert "_ton_tai" not in names


def bookmarks(path: Path) -> list[str]:
    body = docx.Document(str(path)).element.body
    return [start.get(qn("w:name")) for start in body.iter(qn("w:bookmarkStart"))]


def test_new_paragraphs_look_like_the_one_they_come_from(rendered: Callable[..., Path]):
    path = rendered(chuc_vu_ky=Paragraphs(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")))
    cell = docx.Document(str(path)).tables[2].cell(0, 1)

    assert [(p.text, p.style.name) for p in cell.paragraphs] == [
        ("TM. ỦY BAN NHÂN DÂN", "VT Chức vụ ký"),
        ("KT. CHỦ TỊCH", "VT Chức vụ ký"),
        ("PHÓ CHỦ TỊCH", "VT Chức vụ ký"),
        ("Nguyễn Thị Bích Phượng", "VT Họ tên ký"),
    ]


def test_group_rows_are_bold_and_the_total_stands_below_them(rendered: Callable[..., Path]):
    rows = (Row("nhom", ("1", "Nhóm", "30", "3,5")), Row("thanh_phan", ("-", "Ý", "5", "3,5")))
    table = docx.Document(str(rendered(bang_diem=Table(a_row("").columns, rows)))).tables[1]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["STT", "Nội dung tiêu chí", "Điểm tối đa", "Đơn vị tự chấm"],
        ["1", "Nhóm", "30", "3,5"],
        ["-", "Ý", "5", "3,5"],
        ["", "Tổng cộng", "100", "93"],
    ]
    styles = [[cell.paragraphs[0].style.name for cell in row.cells] for row in table.rows[1:3]]
    assert styles == [
        ["VT Bảng đậm giữa", "VT Bảng đậm", "VT Bảng đậm giữa", "VT Bảng đậm giữa"],
        ["VT Bảng giữa", "VT Bảng", "VT Bảng giữa", "VT Bảng giữa"],
    ]


def test_a_table_without_rows_keeps_its_heading_and_its_total(rendered: Callable[..., Path]):
    table = docx.Document(str(rendered(bang_diem=Table(a_row("").columns, ())))).tables[1]

    assert [row.cells[1].text for row in table.rows] == ["Nội dung tiêu chí", "Tổng cộng"]


def test_a_rule_gets_the_indent_of_its_slot_on_both_sides(rendered: Callable[..., Path]):
    body = docx.Document(str(rendered(ke_co_quan=Rule(Decimal("12.7"))))).element.body
    start = next(s for s in body.iter(qn("w:bookmarkStart")) if s.get(qn("w:name")) == "ke_co_quan")
    indent = start.getparent().pPr.ind

    assert {name.rpartition("}")[2]: value for name, value in indent.attrib.items()} == {"left": "720", "right": "720"}


def test_the_title_of_the_document_is_its_type_and_subject(rendered: Callable[..., Path]):
    title = docx.Document(str(rendered(trich_yeu=Text("Tự đánh giá {{ x }}\nnăm 2023")))).core_properties.title

    assert title == "BÁO CÁO Tự đánh giá {{ x }} năm 2023"


def test_a_very_long_subject_does_not_break_the_title(rendered: Callable[..., Path]):
    title = docx.Document(str(rendered(trich_yeu=Text("dài " * 400)))).core_properties.title

    assert title.startswith("BÁO CÁO dài dài")


def test_the_same_slots_give_the_same_bytes(tmp_path: Path, report_template: Path, sample_slots):
    for name in ("one.docx", "two.docx"):
        render(report_template, sample_slots(), tmp_path / name, {"b": "2", "a": "1"})

    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_properties_are_written_as_user_defined_properties(tmp_path: Path, report_template: Path, sample_slots):
    wanted = {"VanThu.1": '{"tên": "A & B <c>"}', "VanThu.2": "đ" * 200}
    render(report_template, sample_slots(), tmp_path / "out.docx", wanted)

    with zipfile.ZipFile(tmp_path / "out.docx") as archive:
        entries = list(ElementTree.fromstring(archive.read("docProps/custom.xml")))
        types = archive.read("[Content_Types].xml").decode()
        relations = archive.read("_rels/.rels").decode()
    assert {entry.get("name"): entry[0].text for entry in entries} == wanted
    assert [entry.get("pid") for entry in entries] == ["2", "3"]
    assert 'PartName="/docProps/custom.xml"' in types
    assert 'Target="docProps/custom.xml"' in relations


def test_properties_of_the_template_stay_and_those_of_the_same_name_are_replaced(
    tmp_path: Path, report_template: Path, sample_slots
):
    render(report_template, sample_slots(), tmp_path / "first.docx", {"Cũ": "1", "VanThu.1": "cũ"})
    render(tmp_path / "first.docx", {}, tmp_path / "second.docx", {"VanThu.1": "mới"})

    with zipfile.ZipFile(tmp_path / "second.docx") as archive:
        entries = ElementTree.fromstring(archive.read("docProps/custom.xml"))
    assert {entry.get("name"): entry[0].text for entry in entries} == {"Cũ": "1", "VanThu.1": "mới"}


def test_a_slot_that_the_template_has_no_place_for_is_left_out(tmp_path: Path):
    render(a_template(tmp_path, "{{ co }}"), {"co": Text("có"), "khong": Text("không")}, tmp_path / "out.docx")

    assert [p.text for p in docx.Document(str(tmp_path / "out.docx")).paragraphs] == ["có"]


LOOP = (("{%tr for dong in bang %}",), ("{{ dong.noi_dung }}",), ("{%tr endfor %}",))
BAD_TEMPLATES = {
    "unknown slot": (("{{ tong_diemm }}",), (), "mau.docx: không có ô điền tong_diemm (gần giống: tong_diem)"),
    "two unknown slots": (("{{ zzz }} {{ aaa }}",), (), "mau.docx: không có ô điền aaa; zzz"),
    "unknown column": (
        (),
        (LOOP[0], ("{{ dong.noi_dungg }}",), LOOP[2]),
        "không có ô điền dong.noi_dungg (gần giống: dong.noi_dung",
    ),
    "tag not closed": (
        ("Tổng {{ tong_diem } điểm", "{{ tong_diem }}"),
        (),
        "sai ở “Tổng {{ tong_diem } điểm”; thẻ phải đủ",
    ),
    "two in one": (("{{ tong_diem } và {{ tong_diem }}",), (), "viết sai: {{ tong_diem } và {{ tong_diem }}; trong"),
    "no such filter": (
        ("Điểm {{ tong_diem|tron }}",),
        (),
        "thẻ điền viết sai: {{ tong_diem|tron }}; trong thẻ hãy chỉ ghi",
    ),
    "no such statement": (
        ("{% neu tong_diem %}",),
        (),
        "thẻ điền viết sai: {% neu tong_diem %}; trong thẻ hãy chỉ ghi",
    ),
    "condition cut short": (("{% if %}x{% endif %}",), (), "thẻ điền viết sai: {% if %}; trong thẻ hãy chỉ ghi"),
    "condition not closed": (
        ("{%p if tong_diem %}", "x"),
        (),
        "{%p if tong_diem %} không có thẻ đóng; hãy thêm {%p endif %}",
    ),
    "nothing to close": (("{{ tong_diem }} {% endif %}",), (), "viết sai: {% endif %} không có thẻ mở trước nó"),
    "loop not closed": ((), LOOP[:2], "{%tr for dong in bang %} không có thẻ đóng; hãy thêm {%tr endfor %}"),
    "loop without a row": (
        (),
        (LOOP[0], LOOP[2]),
        "bảng bang không có dòng mẫu; hãy thêm các dòng {%tr for dong in bang %}",
    ),
    "loop over cells of two rows": (
        (),
        (("{% for dong in bang %}",), ("{{ dong.noi_dung }}",), ("{% endfor %}",)),
        "{% for dong in bang %} mở ở một hàng của bảng và đóng ở hàng khác; muốn lặp cả hàng thì viết {%tr for … %}",
    ),
    "one brace missing": (
        ("Tổng { tong_diem }} điểm",),
        (),
        "thẻ điền viết sai ở “Tổng { tong_diem }} điểm”; thẻ phải đủ",
    ),
    "one brace at each end": (("a {tong_diem} b",), (), "thẻ điền viết sai ở “a {tong_diem} b”; thẻ phải đủ hai ngoặc"),
    "loop in one row": ((), (("{%tr for dong in bang %}{%tr endfor %}",),), "bảng bang không có dòng mẫu"),
    "curly quotes": (
        ("{{ “tong_diem” }}",),
        (),
        "{{ “tong_diem” }} sẽ in ra chính chữ ấy; hãy bỏ ngoặc kép: {{ tong_diem }}",
    ),
    "straight quotes": (("{{ 'tong_diem' }}",), (), "hãy bỏ ngoặc kép: {{ tong_diem }}"),
    "paragraph inside out": (("{% if not tong_diem %}", "{%p endif %}"), (), "mau.docx: thẻ điền đặt sai chỗ"),
    "forbidden": (("{{ tong_diem.__class__.__mro__ }}",), (), "mau.docx: không điền được ở “{{ tong_diem.__class__"),
    "division by nothing": (
        ("a", "b {{ 1 / 0 }} c", "d"),
        (),
        "mau.docx: không điền được ở “b {{ 1 / 0 }} c”; trong thẻ hãy",
    ),
    "text and number": (("{{ tong_diem + 1 }}",), (), "mau.docx: không điền được ở “{{ tong_diem + 1 }}”"),
    "in a row": ((), (LOOP[0], ("{{ dong.noi_dung + 1 }}",), LOOP[2]), "không điền được ở “{{ dong.noi_dung + 1 }}”"),
    "part of a text": (("{{ tong_diem.so }}",), (), "mau.docx: không điền được ở “{{ tong_diem.so }}”"),
}


@pytest.mark.parametrize(("paragraphs", "rows", "sentence"), BAD_TEMPLATES.values(), ids=BAD_TEMPLATES.keys())
def test_a_template_with_a_mistake_is_one_sentence_and_no_file(
    tmp_path: Path, paragraphs: tuple[str, ...], rows: tuple[tuple[str, ...], ...], sentence: str
):
    template = a_template(tmp_path, *paragraphs, rows=rows)
    slots = {"tong_diem": Text("93"), "bang": Table(("noi_dung",), (Row("x", ("y",)),))}

    with pytest.raises(TemplateError) as raised:
        render(template, slots, tmp_path / "out.docx")

    assert sentence in str(raised.value)
    assert "\n" not in str(raised.value)
    assert [path.name for path in tmp_path.iterdir()] == ["mau.docx"]


def in_the_header(document, text: str) -> None:
    document.sections[0].header.paragraphs[0].text = text


def in_the_footer(document, text: str) -> None:
    document.sections[0].footer.paragraphs[0].text = text


def in_the_title(document, text: str) -> None:
    document.core_properties.title = text


@pytest.mark.parametrize("write", [in_the_header, in_the_footer, in_the_title])
@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("{{ tong_diemm }}", "mau.docx: không có ô điền tong_diemm (gần giống: tong_diem)"),
        ("{{ tong_diem }", "mau.docx: thẻ điền viết sai ở “{{ tong_diem }”; thẻ phải đủ hai ngoặc"),
        ("x {{ tong_diem + 1 }}", "mau.docx: không điền được ở “x {{ tong_diem + 1 }}”; trong thẻ hãy chỉ ghi"),
        ("{{ “tong_diem” }}", "mau.docx: thẻ điền viết sai: {{ “tong_diem” }} sẽ in ra chính chữ ấy"),
    ],
)
def test_a_mistake_outside_of_the_body_is_told_as_one_in_it(tmp_path: Path, write, tag: str, sentence: str):
    document = docx.Document()
    document.core_properties.comments = ""
    write(document, tag)
    document.save(str(tmp_path / "mau.docx"))

    with pytest.raises(TemplateError) as raised:
        render(tmp_path / "mau.docx", {"tong_diem": Text("93")}, tmp_path / "out.docx")

    assert str(raised.value).startswith(sentence)


def test_braces_around_what_is_no_name_of_a_slot_are_text(tmp_path: Path):
    template = a_template(
        tmp_path, "{a} { b }} {{ tong_diem }}", rows=(("{% for d in bang %}{{ d.noi_dung }}{% endfor %}",),)
    )

    slots = {"tong_diem": Text("93"), "bang": Table(("noi_dung",), (Row("x", ("y",)),))}
    render(template, slots, tmp_path / "out.docx")

    made = docx.Document(str(tmp_path / "out.docx"))
    assert [p.text for p in made.paragraphs] == ["{a} { b }} 93"]
    assert made.tables[0].cell(0, 0).text == "y"


def test_quotes_that_word_has_curled_are_read_in_a_condition(tmp_path: Path):
    template = a_template(tmp_path, "{% if tong_diem == “93” %}đủ{% endif %}")

    render(template, {"tong_diem": Text("93")}, tmp_path / "out.docx")

    assert [p.text for p in docx.Document(str(tmp_path / "out.docx")).paragraphs] == ["đủ"]


def not_docx(folder: Path, report_template: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(report_template) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main, types = "word/document.xml", "[Content_Types].xml"
    return {
        "empty": b"",
        "random": bytes(range(256)) * 16,
        "cut": report_template.read_bytes()[:20_000],
        "zip of nothing": zip_of(folder, {}),
        "other zip": zip_of(folder, {"content.xml": b"<a/>"}),
        "no document": zip_of(folder, {name: part for name, part in parts.items() if name != main}),
        "broken document": zip_of(folder, {**parts, main: parts[main][:-100]}),
        "document without body": zip_of(folder, {**parts, main: parts[main].split(b"<w:body>")[0] + b"</w:document>"}),
        "another document": zip_of(folder, {**parts, main: b"<html/>"}),
        "spreadsheet": zip_of(folder, {**parts, types: parts[types].replace(b"wordprocessingml", b"spreadsheetml")}),
    }


def zip_of(folder: Path, parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(folder / "made.zip", "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return (folder / "made.zip").read_bytes()


def test_a_file_that_is_not_a_docx_is_one_clear_sentence(tmp_path: Path, report_template: Path, sample_slots):
    for name, content in not_docx(tmp_path, report_template).items():
        (tmp_path / "mau.docx").write_bytes(content)

        with pytest.raises(TemplateError) as raised:
            render(tmp_path / "mau.docx", sample_slots(), tmp_path / "out.docx")

        assert str(raised.value).startswith("mau.docx: không phải tệp văn bản .docx, hoặc tệp đã hỏng; hãy mở"), name
        assert not (tmp_path / "out.docx").exists()


def test_a_template_that_is_not_there_is_one_clear_sentence(tmp_path: Path):
    with pytest.raises(DataError, match=r"^mau\.docx: không mở được tệp mẫu \("):
        render(tmp_path / "mau.docx", {}, tmp_path / "out.docx")


def test_a_place_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path, report_template: Path, sample_slots):
    (tmp_path / "out.docx").mkdir()

    with pytest.raises(OSError):
        render(report_template, sample_slots(), tmp_path / "out.docx")

    assert [path.name for path in tmp_path.iterdir()] == ["out.docx"]


def test_an_older_file_is_replaced_as_a_whole(tmp_path: Path, report_template: Path, sample_slots):
    (tmp_path / "out.docx").write_bytes(b"old")

    render(report_template, sample_slots(), tmp_path / "out.docx")

    assert [path.name for path in tmp_path.iterdir()] == ["out.docx"]
    assert bookmark_paragraphs(tmp_path / "out.docx", "xep_loai") == ["Tốt"]


@pytest.mark.office
def test_the_office_reads_every_bookmark_as_it_was_written(rendered: Callable[..., Path], sample_slots, converted):
    changed = {
        "uu_diem": Paragraphs(("- Một & hai;", "", "- “Ba” <b>.")),
        "ton_tai": Paragraphs(()),
        "kinh_gui": Paragraphs(("Kính gửi:", "\t- A;", "\t- B.")),
        "ten_don_vi": Text("Tổ một\nTổ hai"),
    }
    (flat,) = converted([rendered(**changed)], "fodt")
    read = flat_bookmarks(flat)

    for name, slot in sample_slots(**changed).items():
        if isinstance(slot, Text) and name != "nam":  # the report has no place for the year alone
            assert read[name] == slot.text
        elif isinstance(slot, Paragraphs) and len(slot.paragraphs) > 1:
            assert (read[name], read["_" + name]) == (slot.paragraphs[0], slot.paragraphs[-1])
        elif isinstance(slot, Paragraphs):
            assert read[name] == "".join(slot.paragraphs)
        elif isinstance(slot, Rule):
            assert read[name] == ""
    assert read["tong_diem__2"] == "93"
    assert read["bang_diem"] == "STT"


def flat_bookmarks(path: Path) -> dict[str, str]:
    """Bookmarks of a flat ODF text with their text; paragraphs and line breaks are ``\\n``."""
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    blocks = (text + "p", text + "h")
    found: dict[str, str] = {}
    opened: set[str] = set()

    def add(words: str) -> None:
        for name in opened:
            found[name] += words

    def walk(element: ElementTree.Element) -> None:
        name = element.get(text + "name", "")
        if element.tag in (text + "bookmark-start", text + "bookmark"):
            found[name] = ""
            opened.update({name} if element.tag.endswith("start") else ())
        elif element.tag == text + "bookmark-end":
            opened.discard(name)
        elif element.tag in (*blocks, text + "line-break"):
            add("\n")
        elif element.tag == text + "s":
            add(" " * int(element.get(text + "c", "1")))
        elif element.tag == text + "tab":
            add("\t")
        add(element.text or "")
        for child in element:
            walk(child)
            if child.tag not in blocks:  # between paragraphs stand only the blanks of the file's own layout
                add(child.tail or "")

    walk(ElementTree.parse(path).getroot())
    return found
