"""Reading and writing the places of an open document, on a real Writer."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

import docx
import pytest
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Pt
from office.office_process import Office
from office.raw_template import GROUP_FILL, raw_template

from vanthu.slots import Paragraphs, Row, Rule, Slot, Table, Text

pytestmark = pytest.mark.office

TITLE = "Điền văn bản"
BOLD, REGULAR = 150.0, 100.0
LEFT, START = 0, 5  # 26.8 reads Word's left as the start of a line


@pytest.fixture(scope="module")
def paper_module(office: Office) -> Any:
    """The module under test; it needs uno, which the office fixture has made sure of."""
    from vanthu_uno import paper

    return paper


@pytest.fixture
def raw(office: Office, tmp_path: Path) -> Iterator[Any]:
    """The raw template, opened from its .docx."""
    document = office.open(raw_template(tmp_path / "mau.docx"))
    yield document
    office.close(document)


@pytest.fixture
def fill(paper_module: Any) -> Any:
    """``fill(document, changes, kinds=None)``."""

    def write(document: Any, changes: Mapping[str, Slot], kinds: Optional[Mapping[str, Sequence[str]]] = None) -> None:
        paper_module.Paper(document, {"bang_diem"}).write(changes, TITLE, kinds)

    return write


@pytest.fixture
def read(paper_module: Any) -> Any:
    """``read(document)``."""

    def slots(document: Any) -> Dict[str, Slot]:
        return dict(paper_module.Paper(document, {"bang_diem"}).read())

    return slots


def put(document: Any, text: str, name: str = "", bold: bool = False, within: Any = None) -> None:
    """Append text, inside a bookmark when there is a name."""
    within = within or document.Text
    cursor = within.createTextCursor()
    cursor.gotoEnd(False)
    start = cursor.getStart()
    within.insertString(cursor, text, False)
    cursor.gotoRange(start, True)
    if text:
        cursor.CharWeight = BOLD if bold else REGULAR
    if name:
        mark(document, within, cursor, name)


def mark(document: Any, within: Any, where: Any, name: str) -> None:
    bookmark = document.createInstance("com.sun.star.text.Bookmark")
    bookmark.setName(name)
    within.insertTextContent(where, bookmark, True)


def break_paragraph(document: Any) -> None:
    document.Text.insertControlCharacter(document.Text.getEnd(), 0, False)


def bold_of(document: Any, name: str) -> bool:
    return bool(document.Bookmarks.getByName(name).Anchor.CharWeight == BOLD)


def paragraphs_of(document: Any) -> List[str]:
    return [paragraph.String for paragraph in each(document.Text) if hasattr(paragraph, "String")]


def each(enumerable: Any) -> Iterator[Any]:
    enumeration = enumerable.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def table_of(document: Any) -> Any:
    return document.Bookmarks.getByName("bang_diem").Anchor.TextTable


def some_rows(kinds: str, turn: str = "") -> Tuple[Row, ...]:
    """``n``: a group row; ``t``, ``p``: others."""
    names = {"n": "nhom", "t": "tieu_chi", "p": "thanh_phan"}
    return tuple(
        Row(names[kind], (str(number), "nội dung {}{}".format(number, turn), "10", "8,5"))
        for number, kind in enumerate(kinds)
    )


def a_table(kinds: str, turn: str = "") -> Table:
    return Table((), some_rows(kinds, turn))


def kinds_of(table: Table) -> Dict[str, List[str]]:
    return {"bang_diem": [row.kind for row in table.rows]}


def cells_of(slot: Any) -> List[Tuple[str, ...]]:
    return [row.cells for row in slot.rows]


def looks_of(document: Any, count: int) -> str:
    """``n`` for a row that is bold on grey and centred as the group model is, ``.`` for a plain one, ``?`` else."""
    table = table_of(document)
    looks = ""
    for row in range(2, count + 2):
        cells = [table.getCellByName(column + str(row)) for column in "ABCD"]
        cursors = [cell.createTextCursor() for cell in cells]
        for cursor in cursors:
            cursor.gotoEnd(True)
        seen = {(cursor.CharWeight, cell.BackColor) for cursor, cell in zip(cursors, cells)}
        aligned = [cursor.ParaAdjust for cursor in cursors] in ([3, LEFT, 3, 3], [3, START, 3, 3])
        known = {(BOLD, GROUP_FILL): "n", (REGULAR, -1): "."}
        looks += known.get(seen.pop(), "?") if len(seen) == 1 and aligned else "?"
    return looks


def expected_looks(table: Table) -> str:
    return "".join("n" if row.kind == "nhom" else "." for row in table.rows)


def test_places_are_read_in_order_and_bookmarks_of_others_are_left_out(blank: Any, read: Any) -> None:
    put(blank, "Số: ")
    put(blank, "12/BC", "so_ky_hieu")
    put(blank, " khác ", "_GoBack")
    put(blank, "98", "tong_diem__2")
    put(blank, "x", "Hinh_1")

    slots = read(blank)

    assert list(slots.items()) == [("so_ky_hieu", Text("12/BC")), ("tong_diem__2", Text("98"))]


def test_a_filled_place_survives_undo_redo_and_edits_and_the_text_around_stays(
    blank: Any, fill: Any, read: Any
) -> None:
    put(blank, "Tổng: ")
    put(blank, "{{ tong }}", "tong", bold=True)
    put(blank, " điểm")
    undo = blank.UndoManager

    fill(blank, {"tong": Text("98")})
    assert blank.Text.String == "Tổng: 98 điểm"
    undo.undo()
    assert (blank.Text.String, read(blank)) == ("Tổng: {{ tong }} điểm", {"tong": Text("{{ tong }}")})
    undo.redo()
    assert (blank.Text.String, read(blank)) == ("Tổng: 98 điểm", {"tong": Text("98")})
    cursor = blank.Text.createTextCursorByRange(blank.Bookmarks.getByName("tong").Anchor.Start)
    cursor.goRight(1, False)
    blank.Text.insertString(cursor, "sửa", False)
    assert read(blank) == {"tong": Text("9sửa8")}
    fill(blank, {"tong": Text("100")})
    fill(blank, {"tong": Text("7")})

    assert blank.Text.String == "Tổng: 7 điểm"
    assert bold_of(blank, "tong")
    for _ in range(3):
        undo.undo()
    assert blank.Text.String == "Tổng: 98 điểm"
    assert read(blank) == {"tong": Text("98")}


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_a_filled_document_can_be_stored_opened_and_filled_again(
    office: Office, raw: Any, fill: Any, read: Any, tmp_path: Path, ending: str
) -> None:
    table = a_table("nttntpp")
    first: Dict[str, Slot] = {
        "o_0": Text("một\nhai\tba"), "o_1": Text("đậm"), "uu_diem": Paragraphs(("a", "b", "c")),
        "ke_trich_yeu": Rule(Decimal("55.3")), "bang_diem": table, "tong_diem__2": Text("98"),
    }  # fmt: skip
    fill(raw, first)
    raw.UndoManager.undo()
    raw.UndoManager.redo()
    path = tmp_path / ("luu" + ending)
    office.store(raw, path)

    again = office.open(path)
    stored = read(again)
    assert {name: stored[name] for name in first if name != "bang_diem"} == {
        name: slot for name, slot in first.items() if name != "bang_diem"
    }
    assert cells_of(stored["bang_diem"]) == cells_of(table)
    assert looks_of(again, len(table.rows)) == expected_looks(table)
    second = {
        "uu_diem": Text("một đoạn"),
        "bang_diem": a_table("nttttnt", "mới"),
        "o_1": Text("lại đậm"),
        "tong_diem__2": Text("9"),
    }
    fill(again, second, kinds_of(table))

    assert paragraphs_of(again)[:4] == ["Nhãn 0: một\nhai\tba", "Nhãn 1: lại đậm", "Nhãn 2: {{ o_2 }}", "một đoạn"]
    assert cells_of(read(again)["bang_diem"]) == cells_of(second["bang_diem"])
    assert looks_of(again, 7) == "n....n."
    assert bold_of(again, "o_1")
    assert bold_of(again, "tong_diem__2")
    office.close(again)


@pytest.mark.parametrize(
    "text",
    [
        'Sở GD&ĐT <b> "ngoặc" \' “cong”',
        "Tiê\u0301ng Việt tổ hợp ho\u0103\u0323c",
        "𝒳 😀 ngoài BMP",
        "đầu\n\ncuối\n",
        "\tlùi\tvào",
        " trắng  hai đầu ",
        "=1+1",
        "chữ " * 2500,
    ],
)
def test_a_text_comes_back_as_it_was_written(blank: Any, fill: Any, read: Any, text: str) -> None:
    put(blank, "trước ")
    put(blank, "cũ", "o_chu")
    put(blank, " sau")

    fill(blank, {"o_chu": Text(text)})

    assert read(blank) == {"o_chu": Text(text)}
    assert blank.Text.String == "trước " + text + " sau"


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\r", "\ud800", "\uffff"])
def test_a_character_that_no_document_can_hold_is_refused_before_anything_is_written(
    blank: Any, fill: Any, read: Any, character: str
) -> None:
    put(blank, "cũ", "mot")
    put(blank, "cũ", "hai")

    with pytest.raises(ValueError, match="hai"):
        fill(blank, {"mot": Text("mới"), "hai": Text("a" + character)})

    assert read(blank) == {"mot": Text("cũ"), "hai": Text("cũ")}


def test_paragraphs_grow_and_shrink_and_look_like_the_first(blank: Any, fill: Any, read: Any) -> None:
    put(blank, "Trước")
    break_paragraph(blank)
    put(blank, "{{ uu_diem }}", "uu_diem", bold=True)
    blank.Bookmarks.getByName("uu_diem").Anchor.ParaAdjust = 2
    break_paragraph(blank)
    put(blank, "Sau")
    five = Paragraphs(("- một", "- hai\nxuống dòng", "- ba", "", "- năm"))

    for slot in (five, Text("một"), five, Paragraphs(("a", "b"))):
        fill(blank, {"uu_diem": slot})
        assert read(blank) == {"uu_diem": slot}
        for step in (blank.UndoManager.undo, blank.UndoManager.redo):
            step()
        assert read(blank) == {"uu_diem": slot}

    assert paragraphs_of(blank) == ["Trước", "a", "b", "Sau"]
    assert [paragraph.ParaAdjust for paragraph in each(blank.Text)][1:3] == [2, 2]
    assert [paragraph.CharWeight for paragraph in each(blank.Text)][1:3] == [BOLD, BOLD]
    fill(blank, {"uu_diem": Paragraphs(("chỉ một",))})
    assert read(blank) == {"uu_diem": Text("chỉ một")}


def test_an_emptied_place_can_be_filled_again_and_keeps_its_look(blank: Any, fill: Any, read: Any) -> None:
    put(blank, "Số: ")
    put(blank, "12", "so", bold=True)
    put(blank, "/BC")

    fill(blank, {"so": Text("")})
    assert (blank.Text.String, read(blank)) == ("Số: /BC", {"so": Text("")})
    blank.UndoManager.undo()
    assert read(blank) == {"so": Text("12")}
    blank.UndoManager.redo()
    fill(blank, {"so": Text("15")})

    assert (blank.Text.String, read(blank)) == ("Số: 15/BC", {"so": Text("15")})
    assert bold_of(blank, "so")


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_an_emptied_paragraph_is_bold_again_after_storing_and_filling(
    office: Office, blank: Any, fill: Any, read: Any, tmp_path: Path, ending: str
) -> None:
    put(blank, "Nguyễn Văn A", "ten_nguoi_ky", bold=True)
    fill(blank, {"ten_nguoi_ky": Text("")})
    office.store(blank, tmp_path / ("trong" + ending))

    again = office.open(tmp_path / ("trong" + ending))
    fill(again, {"ten_nguoi_ky": Text("Trần Thị B")})

    assert read(again) == {"ten_nguoi_ky": Text("Trần Thị B")}
    assert bold_of(again, "ten_nguoi_ky")
    office.close(again)


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a"), ("b", "a", "c")])
def test_places_without_anything_between_them_do_not_disturb_each_other(
    blank: Any, fill: Any, read: Any, order: Sequence[str]
) -> None:
    for name in "abc":
        put(blank, name.upper(), name, bold=name == "b")
    state = {name: name.upper() for name in "abc"}
    history = [dict(state)]

    for text in ("", "dài hơn nhiều", "", "x"):
        for name in order:
            state[name] = text and text + name
            fill(blank, {name: Text(state[name])})
            history.append(dict(state))
            assert read(blank) == {key: Text(value) for key, value in state.items()}
            assert blank.Text.String == state["a"] + state["b"] + state["c"]
    fill(blank, {"a": Text(""), "b": Text("đầy"), "c": Text("")})
    fill(blank, {"a": Text("1"), "b": Text(""), "c": Text("2")})

    assert read(blank) == {"a": Text("1"), "b": Text(""), "c": Text("2")}
    for _ in range(2):
        blank.UndoManager.undo()
    for expected in reversed(history):
        assert read(blank) == {key: Text(value) for key, value in expected.items()}
        if expected is not history[0]:
            blank.UndoManager.undo()
    for expected in history[1:]:
        blank.UndoManager.redo()
        assert read(blank) == {key: Text(value) for key, value in expected.items()}


def test_a_bookmark_of_somebody_else_at_the_edge_of_a_place_stays(blank: Any, fill: Any) -> None:
    put(blank, "trước ")
    mark(blank, blank.Text, blank.Text.getEnd(), "Cua_toi")
    put(blank, "cũ", "mot")

    fill(blank, {"mot": Text("mới")})

    assert set(blank.Bookmarks.ElementNames) == {"Cua_toi", "mot"}
    assert blank.Bookmarks.getByName("Cua_toi").Anchor.String == ""


def test_places_at_the_edges_in_cells_and_in_the_header_can_be_filled_and_undone(
    blank: Any, fill: Any, read: Any
) -> None:
    style = blank.StyleFamilies.getByName("PageStyles").getByName("Standard")
    style.HeaderIsOn = True
    put(blank, "đầu trang", "dau_trang", within=style.HeaderText)
    put(blank, "đầu", "dau")
    break_paragraph(blank)
    table = blank.createInstance("com.sun.star.text.TextTable")
    table.initialize(1, 2)
    blank.Text.insertTextContent(blank.Text.getEnd(), table, False)
    put(blank, "ô", "trong_o", within=table.getCellByName("A1"))
    put(blank, "cuối", "cuoi")
    before = read(blank)
    assert list(before) == ["dau_trang", "dau", "trong_o", "cuoi"]

    for turn in ("một", "", "a\nb"):
        fill(blank, {name: Text(turn) for name in before})
        assert read(blank) == {name: Text(turn) for name in before}
        blank.UndoManager.undo()
        blank.UndoManager.redo()
        assert read(blank) == {name: Text(turn) for name in before}
    for _ in range(3):
        blank.UndoManager.undo()

    assert read(blank) == before


def test_a_rule_is_an_empty_bordered_paragraph_and_takes_an_indent_on_both_sides(
    raw: Any, blank: Any, fill: Any, read: Any
) -> None:
    fill(raw, {"ke_trich_yeu": Rule(Decimal("62.5"))})
    anchor = raw.Bookmarks.getByName("ke_trich_yeu").Anchor
    put(blank, "Kế hoạch", "ke_hoach")

    assert read(raw)["ke_trich_yeu"] == Rule(Decimal("62.5"))
    assert abs(anchor.ParaLeftMargin - 6250) <= 2
    assert anchor.ParaLeftMargin == anchor.ParaRightMargin
    assert read(blank) == {"ke_hoach": Text("Kế hoạch")}
    fill(blank, {"ke_hoach": Rule(Decimal("62.5"))})
    assert blank.Bookmarks.getByName("ke_hoach").Anchor.ParaLeftMargin == 0


def test_nothing_to_write_leaves_no_trace(blank: Any, fill: Any) -> None:
    put(blank, "cũ", "mot")
    blank.UndoManager.clear()
    blank.setModified(False)

    fill(blank, {})

    assert not blank.isModified()
    assert not blank.UndoManager.isUndoPossible()


def test_a_fill_is_one_undo_step_with_its_title_and_marks_the_document_modified(raw: Any, fill: Any) -> None:
    raw.UndoManager.clear()
    raw.setModified(False)

    fill(raw, {"o_0": Text("1"), "o_1": Text("2"), "uu_diem": Paragraphs(("a", "b")), "bang_diem": a_table("ntt")})

    assert raw.UndoManager.getAllUndoActionTitles() == (TITLE,)
    assert raw.isModified()
    assert not raw.hasControllersLocked()
    raw.UndoManager.undo()
    assert not raw.isModified()


def test_an_unknown_place_is_refused_and_nothing_is_written(blank: Any, fill: Any, read: Any) -> None:
    put(blank, "cũ", "mot")

    with pytest.raises(KeyError, match="khong_co"):
        fill(blank, {"mot": Text("mới"), "khong_co": Text("x")})

    assert read(blank) == {"mot": Text("cũ")}


def test_a_fill_that_fails_half_way_leaves_the_document_as_it_was(raw: Any, fill: Any, read: Any) -> None:
    put(raw, "của người dùng")
    raw.setModified(False)
    before, text, titles = read(raw), raw.Text.String, raw.UndoManager.getAllUndoActionTitles()
    too_narrow = Table((), (Row("nhom", ("1", "hai")),))

    with pytest.raises(ValueError, match="cells"):
        fill(raw, {"o_0": Text("mới"), "uu_diem": Paragraphs(("a", "b")), "bang_diem": too_narrow})

    assert (read(raw), raw.Text.String) == (before, text)
    assert raw.UndoManager.getAllUndoActionTitles() == titles
    assert not raw.isModified()
    assert not raw.hasControllersLocked()
    fill(raw, {"o_0": Text("được"), "bang_diem": a_table("nt")})
    assert read(raw)["o_0"] == Text("được")


def test_a_fill_that_fails_before_its_first_change_does_not_undo_the_clerks_last_step(
    blank: Any, fill: Any, read: Any
) -> None:
    put(blank, "cũ", "mot")
    put(blank, " người dùng vừa gõ")
    titles = blank.UndoManager.getAllUndoActionTitles()

    with pytest.raises(ValueError, match="mot"):
        fill(blank, {"mot": a_table("nt")})

    assert blank.Text.String == "cũ người dùng vừa gõ"
    assert blank.UndoManager.getAllUndoActionTitles() == titles


def test_recorded_changes_do_not_hold_the_old_text_and_recording_goes_on(blank: Any, fill: Any, read: Any) -> None:
    put(blank, "cũ", "mot")
    blank.RecordChanges = True

    fill(blank, {"mot": Text("mới")})
    fill(blank, {"mot": Text("mới hơn")})

    assert blank.Text.String == "mới hơn"
    assert list(each(blank.Redlines)) == []
    blank.UndoManager.undo()
    assert blank.RecordChanges
    assert read(blank) == {"mot": Text("mới")}


def test_a_read_only_document_is_read_but_not_filled(
    office: Office, blank: Any, fill: Any, read: Any, paper_module: Any, tmp_path: Path
) -> None:
    put(blank, "cũ", "mot")
    path = tmp_path / "chi-doc.odt"
    office.store(blank, path)
    document = office.open(path, read_only=True)

    assert read(document) == {"mot": Text("cũ")}
    with pytest.raises(paper_module.ReadOnlyDocument):
        fill(document, {"mot": Text("mới")})

    office.close(document)


def test_a_place_in_a_protected_section_is_filled(blank: Any, fill: Any, read: Any) -> None:
    put(blank, "cũ", "mot")
    break_paragraph(blank)
    section = blank.createInstance("com.sun.star.text.TextSection")
    section.IsProtected = True
    cursor = blank.Text.createTextCursor()
    cursor.gotoEndOfParagraph(True)
    blank.Text.insertTextContent(cursor, section, True)

    fill(blank, {"mot": Text("mới")})

    assert read(blank) == {"mot": Text("mới")}


def test_a_raw_table_is_known_by_its_tags_alone(raw: Any, paper_module: Any) -> None:
    table = paper_module.Paper(raw).read()["bang_diem"]

    assert isinstance(table, Table)
    assert table.columns == ("ky_hieu", "noi_dung", "diem_toi_da", "diem")
    assert table.rows[0].cells[0] == "{%tr for dong in bang_diem %}"
    assert len(table.rows) == 7


@pytest.mark.parametrize("merged_tags", [False, True])
@pytest.mark.parametrize("kinds", ["nttnttttntpppppppptt", "nnntn", "t", "nt", ""])
def test_a_raw_table_becomes_the_wanted_rows_with_the_looks_of_their_models(
    office: Office, fill: Any, read: Any, tmp_path: Path, kinds: str, merged_tags: bool
) -> None:
    document = office.open(raw_template(tmp_path / "mau.docx", merged_tags=merged_tags))
    raw_slot, table = read(document)["bang_diem"], a_table(kinds)

    fill(document, {"bang_diem": table})
    for _ in range(2):
        assert cells_of(read(document)["bang_diem"]) == cells_of(table)
        assert looks_of(document, len(kinds)) == expected_looks(table)
        assert table_of(document).Rows.Count == len(kinds) + 2
        document.UndoManager.undo()
        assert read(document)["bang_diem"] == raw_slot
        document.UndoManager.redo()
    fill(document, {"bang_diem": a_table(kinds, "lại"), "tong_diem__2": Text("98")})

    assert cells_of(read(document)["bang_diem"]) == cells_of(a_table(kinds, "lại"))
    assert read(document)["tong_diem__2"] == Text("98")
    office.close(document)


def test_a_table_may_have_one_model_row_or_one_for_each_of_several_kinds(
    office: Office, fill: Any, read: Any, tmp_path: Path
) -> None:
    loops = (
        ("{%tr for dong in bang_diem %}", "mẫu", "{%tr endfor %}"),
        (
            "{%tr for dong in bang_diem %}", '{%tr if dong.kieu == "tieu_chi" %}', "mẫu",
            '{%tr elif dong.kieu == "nhom" %}', "nhom", "{%tr else %}", "mẫu", "{%tr endif %}", "{%tr endfor %}",
        ),
    )  # fmt: skip
    for loop, looks in zip(loops, (".....", "n..n.")):
        document = office.open(raw_template(tmp_path / "mau-{}.docx".format(len(loop)), loop=loop))
        fill(document, {"bang_diem": a_table("ntpnt")})

        assert cells_of(read(document)["bang_diem"]) == cells_of(a_table("ntpnt"))
        assert looks_of(document, 5) == looks
        office.close(document)


@pytest.mark.parametrize(
    ("standing", "wanted"),
    [("nttntt", "ntttnttt"), ("nttntt", "ntnt"), ("ntt", "nttnttnt"), ("nt", "tn"), ("ntt", "pnn"), ("nt", "ntp")],
)
@pytest.mark.parametrize("remembered", [True, False])
def test_a_filled_table_is_reshaped_and_each_row_looks_like_its_kind(
    raw: Any, fill: Any, read: Any, standing: str, wanted: str, remembered: bool
) -> None:
    old, new = a_table(standing), a_table(wanted, "mới")
    fill(raw, {"bang_diem": old})
    cells_before, looks_before = read(raw)["bang_diem"], looks_of(raw, len(standing))

    fill(raw, {"bang_diem": new}, kinds_of(old) if remembered else None)
    for _ in range(2):
        assert cells_of(read(raw)["bang_diem"]) == cells_of(new)
        if remembered:
            assert looks_of(raw, len(wanted)) == expected_looks(new)
        raw.UndoManager.undo()
        assert read(raw)["bang_diem"] == cells_before
        assert looks_of(raw, len(standing)) == looks_before
        raw.UndoManager.redo()

    assert read(raw)["tong_diem__2"] == Text("{{ tong_diem }}")


@pytest.mark.parametrize("kind", ["nhom", "tieu_chi"])
def test_a_row_that_is_so_high_at_least_grows_with_its_text(
    office: Office, fill: Any, tmp_path: Path, kind: str
) -> None:
    path = raw_template(tmp_path / "mau.docx")
    template = docx.Document(str(path))
    model = template.tables[0].rows[3 if kind == "nhom" else 5]
    model.height, model.height_rule = Pt(30), WD_ROW_HEIGHT_RULE.AT_LEAST
    template.save(str(path))
    document = office.open(path)

    for kinds in ("nttnttntt", "tttttttttn", "nnnnnnnnnt"):
        fill(document, {"bang_diem": a_table(kinds)})
        office.store(document, tmp_path / "xong.docx")
        rows = docx.Document(str(tmp_path / "xong.docx")).tables[0].rows
        assert [row.height_rule for row in rows if row.height_rule == WD_ROW_HEIGHT_RULE.EXACTLY] == []
    office.close(document)


def test_without_memory_of_kinds_rows_are_recognised_by_their_words(raw: Any, fill: Any) -> None:
    old = a_table("nttntt")
    grown = Table((), (*old.rows[:3], Row("tieu_chi", ("x", "thêm", "1", "1")), *old.rows[3:]))
    fill(raw, {"bang_diem": old})

    fill(raw, {"bang_diem": grown})

    assert looks_of(raw, 7) == "n...n.."


def test_only_cells_whose_text_differs_are_written(raw: Any, fill: Any, read: Any) -> None:
    table = a_table("ntt")
    fill(raw, {"bang_diem": table})
    hand_made = table_of(raw).getCellByName("B3").createTextCursor()
    hand_made.goRight(3, True)
    hand_made.CharWeight = BOLD
    changed = Table((), (table.rows[0], Row("tieu_chi", (*table.rows[1].cells[:3], "9")), table.rows[2]))

    fill(raw, {"bang_diem": changed}, kinds_of(table))

    assert cells_of(read(raw)["bang_diem"]) == cells_of(changed)
    portions = [portion.CharWeight for portion in each(next(each(table_of(raw).getCellByName("B3"))))]
    assert BOLD in portions
    assert REGULAR in portions


def test_cells_keep_line_breaks_and_texts_that_look_like_numbers(raw: Any, fill: Any, read: Any) -> None:
    rows = (Row("nhom", ("01", "hai\ndòng\tcột", "1/2", "=1+1")), Row("tieu_chi", ("", "😀 “&<>”", "1.0", "8,50")))

    fill(raw, {"bang_diem": Table((), rows)})

    assert cells_of(read(raw)["bang_diem"]) == [row.cells for row in rows]


def test_no_character_is_left_that_nobody_asked_for(raw: Any, fill: Any) -> None:
    fill(raw, {"o_0": Text(""), "o_1": Text("x"), "o_2": Text(""), "uu_diem": Paragraphs(("a", "b"))})
    fill(raw, {"o_0": Text("y"), "uu_diem": Text("")})

    assert paragraphs_of(raw) == ["Nhãn 0: y", "Nhãn 1: x", "Nhãn 2: ", "", "", "Hết."]


def test_a_hidden_mark_at_the_last_of_several_paragraphs_goes_when_it_is_not_needed(blank: Any, fill: Any) -> None:
    put(blank, "cũ", "uu_diem")

    fill(blank, {"uu_diem": Paragraphs(("a", "b", "c"))})
    assert set(blank.Bookmarks.ElementNames) == {"uu_diem", "_uu_diem"}
    fill(blank, {"uu_diem": Text("một")})

    assert blank.Bookmarks.ElementNames == ("uu_diem",)


def test_a_bookmark_that_spans_paragraphs_in_a_docx_is_read_and_filled_whole(blank: Any, fill: Any, read: Any) -> None:
    put(blank, "a")
    break_paragraph(blank)
    put(blank, "b")
    cursor = blank.Text.createTextCursor()
    cursor.gotoEnd(True)
    mark(blank, blank.Text, cursor, "uu_diem")

    assert read(blank) == {"uu_diem": Paragraphs(("a", "b"))}
    fill(blank, {"uu_diem": Text("c")})
    assert blank.Text.String == "c"
