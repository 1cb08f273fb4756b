"""Tables that get hundreds and thousands of rows at once, on a real Writer: they go in whole."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vanthu import messages
from vanthu.record import Record
from vanthu_docx.house import template

pytestmark = pytest.mark.office

KIND, SLOT = "bao-cao-tham-dinh", "danh_sach_don_vi"
MANY, VERY_MANY = 500, 3_000  # for a few pages, and for many: these are dealt out
LINE = 459  # hundredths of a millimetre: the letters of the list, 13 points
TOO_MANY = 6_000  # to be kept by the office when they go
HEADING = ("STT", "Tên đơn vị", "Mức độ đề nghị", "Kết quả thẩm định")
ODD = ("hai  khoảng trắng", " đầu & cuối ", "<thẻ>\ndòng\thai", "=1+1", "01", "😀 “trích”", "…", "")


@pytest.fixture
def session_with(opened, session_for, tmp_path):
    """The report on units, open and raw, and its session with so many units."""

    def made(count: int, name: str = "mau"):
        document = opened(shutil.copy(template(KIND), tmp_path / (name + ".docx")))
        session = session_for(document)
        session.set_record(Record("dvht-2023", 2024, kind=KIND, rows={SLOT: units(count)}))
        return document, session

    return made


def units(count: int, turn: str = ""):
    return tuple((ODD[n % len(ODD)] + str(n) + turn, "Mức độ {}".format(n % 2 + 1), "Đạt") for n in range(1, count + 1))


def expected(rows):
    return [HEADING, *((str(number), *cells) for number, cells in enumerate(rows, 1))]


def table_of(document: Any) -> Any:
    return document.Bookmarks.getByName(SLOT).Anchor.TextTable


def texts_of(document: Any):
    table = table_of(document)
    rows: list = []
    for start in range(1, table.Rows.Count + 1, 100):
        stop = min(start + 99, table.Rows.Count)
        rows.extend(table.getCellRangeByName("A{}:D{}".format(start, stop)).getDataArray())
    return rows


def wrong_in(document: Any, rows: Any):
    """The first rows that do not say what they should; a comparison of thousands would explain itself for minutes."""
    standing, wanted = texts_of(document), expected(rows)
    pairs = [(old, new) for old, new in zip(standing, wanted) if tuple(old) != tuple(new)]
    return [*pairs[:3], *([(len(standing), len(wanted))] if len(standing) != len(wanted) else [])]


def each(enumerable: Any):
    enumeration = enumerable.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def look_of(document: Any, row: int):
    from vanthu_uno import looks

    table = table_of(document)
    return looks.look_of(table.Rows.getByIndex(row), [table.getCellByName(column + str(row + 1)) for column in "ABCD"])


def frame_of(document: Any):
    """What belongs to the table as a whole."""
    table = table_of(document)
    names = (
        *("RepeatHeadline", "HeaderRowCount", "Split", "KeepTogether", "HoriOrient", "IsWidthRelative", "Width"),
        *("LeftMargin", "RightMargin", "TopMargin", "BottomMargin", "TableColumnRelativeSum", "CollapsingBorders"),
    )
    edges = [separator.Position for separator in table.getPropertyValue("TableColumnSeparators")]
    return table.Name, edges, [table.getPropertyValue(name) for name in names]


def around_of(document: Any):
    """Everything outside the table: paragraphs with their styles, other tables, bookmarks, settings, pages."""
    parts = [
        part.Name
        if part.supportsService("com.sun.star.text.TextTable")
        else (part.String, part.ParaStyleName, part.ParaAdjust, part.CharHeight, part.BreakType.value)
        for part in each(document.Text)
    ]
    settings = document.createInstance("com.sun.star.document.Settings")
    names = [entry.Name for entry in settings.getPropertySetInfo().getProperties()]
    values = {name: settings.getPropertyValue(name) for name in names}
    plain = {
        name: value for name, value in values.items() if isinstance(value, (bool, int, str)) and "Rsid" not in name
    }
    families = document.StyleFamilies
    styles = [sorted(families.getByName(family).ElementNames) for family in families.ElementNames]
    named = document.Bookmarks.ElementNames, document.TextSections.ElementNames
    return parts, named, sorted(plain.items()), styles


@pytest.mark.parametrize("count", [MANY, VERY_MANY])
def test_many_rows_look_like_few_and_nothing_else_changes(session_with, count):
    few, few_session = session_with(3, "it")
    many, many_session = session_with(count)
    model = look_of(many, 2)
    if count == VERY_MANY:
        model = model._replace(line=(LINE, False, *model.line[2:]))

    assert few_session.fill().sentence.startswith("Đã điền")
    assert many_session.fill().sentence.startswith("Đã điền")

    assert wrong_in(many, units(count)) == []
    assert frame_of(many) == frame_of(few)
    assert around_of(many) == around_of(few)
    assert look_of(many, 0) == look_of(few, 0)
    assert [row for row in (1, 250, count) if look_of(many, row) != model] == []


def test_rows_that_say_how_high_they_are_at_least_are_no_higher_than_their_texts(session_with, monkeypatch):
    from vanthu_uno import table_exchange, table_file

    pages = []
    for name, limit in (("dài", VERY_MANY), ("thường", VERY_MANY + 1)):
        monkeypatch.setattr(table_file, "FOR_MANY_PAGES", limit)
        monkeypatch.setattr(table_exchange, "FOR_MANY_PAGES", limit)
        document, session = session_with(VERY_MANY, name)
        session.fill()
        pages.append(document.CurrentController.PageCount)

    assert pages[0] == pages[1] > 80


@pytest.mark.parametrize("by_hand", [True, False])
@pytest.mark.parametrize("kept", [True, False])
def test_the_paragraph_above_a_very_long_table_stays_as_it_is(session_with, kept, by_hand):
    document, session = session_with(3)
    session.fill()
    above = document.Bookmarks.getByName("nhan_xet").Anchor
    style = document.StyleFamilies.getByName("ParagraphStyles").getByName(above.ParaStyleName)
    style.setPropertyValue("ParaKeepTogether", kept != by_hand)
    above.setPropertyToDefault("ParaKeepTogether")
    if by_hand:
        above.setPropertyValue("ParaKeepTogether", kept)
    document.lockControllers()  # or redo lays out all pages
    before = above.ParaKeepTogether, above.getPropertyState("ParaKeepTogether"), around_of(document)
    assert above.ParaKeepTogether == kept

    session.set_record(replace(session.record, rows={SLOT: units(VERY_MANY)}))
    session.fill()
    for step in (lambda: None, document.UndoManager.undo, document.UndoManager.redo):
        step()
        above = document.Bookmarks.getByName("nhan_xet").Anchor
        assert (above.ParaKeepTogether, above.getPropertyState("ParaKeepTogether"), around_of(document)) == before
    assert wrong_in(document, units(VERY_MANY)) == []


@pytest.mark.parametrize(("count", "times"), [(MANY, 2), (VERY_MANY, 1)])
def test_one_undo_gives_the_raw_table_back_and_after_redo_it_is_filled_again(session_with, count, times):
    document, session = session_with(count)
    raw, around = texts_of(document), around_of(document)
    document.UndoManager.clear()

    session.fill()
    filled = around_of(document)
    assert len(document.UndoManager.getAllUndoActionTitles()) == 1
    for _ in range(times):
        document.UndoManager.undo()
        assert (texts_of(document), around_of(document)) == (raw, around)
        document.UndoManager.redo()
        assert (wrong_in(document, units(count)), around_of(document)) == ([], filled)
    document.UndoManager.undo()
    session.fill()
    document.setModified(False)
    assert session.fill().sentence == messages.NOTHING_TO_FILL
    assert not document.isModified()

    session.set_record(replace(session.record, rows={SLOT: units(MANY, " khác")}))
    session.fill()
    assert wrong_in(document, units(MANY, " khác")) == []


@pytest.mark.parametrize("count", [3, MANY])
def test_a_table_with_a_name_of_its_own_keeps_it_after_undo_and_redo(session_with, count):
    document, session = session_with(count)
    rename(document, table_of(document), "Danh_sach")

    session.fill()
    for _ in range(2):
        assert table_of(document).Name == "Danh_sach"
        document.UndoManager.undo()
        assert table_of(document).Name == "Danh_sach"
        assert document.UndoManager.isRedoPossible()
        document.UndoManager.redo()
    document.UndoManager.undo()
    session.fill()
    assert (table_of(document).Name, wrong_in(document, units(count))) == ("Danh_sach", [])
    assert len(document.UndoManager.getAllUndoActionTitles()) == 1


def test_a_name_that_another_table_has_taken_meanwhile_is_left_to_it(session_with):
    document, session = session_with(MANY)
    rename(document, table_of(document), "Danh_sach")
    session.fill()
    rename(document, table_of(document), "Danh_sach_moi")
    other = next(table for table in each_table(document) if table.Name != "Danh_sach_moi")
    rename(document, other, "Danh_sach")

    document.UndoManager.undo()

    names = [table.Name for table in each_table(document)]
    assert len(set(names)) == len(names)
    assert other.Name == "Danh_sach"


def rename(document: Any, table: Any, name: str) -> None:
    document.UndoManager.lock()  # to 26.8 that is a step, which undo would take back first
    table.setName(name)
    document.UndoManager.unlock()


def each_table(document: Any):
    return [document.TextTables.getByIndex(number) for number in range(document.TextTables.Count)]


def test_texts_written_as_values_come_to_the_same_as_paragraphs(session_with, monkeypatch):
    from vanthu_uno import table_exchange, table_styles

    whole, written = table_exchange.table_file, []
    monkeypatch.setattr(table_exchange, "table_file", lambda *asked: written.append(whole(*asked)) or written[-1])
    found = []
    for name in ("giá trị", "đoạn"):
        document, session = session_with(MANY, name)
        session.fill()
        found.append(body_of(table_exchange._flat(document)))
        monkeypatch.setattr(table_styles.TableStyles, "pair", lambda *names: None)

    assert [b"string-value" in file for file in written] == [True, False]
    assert found[0] == found[1]


def body_of(flat: bytes):
    """The text of a document as flat XML, with looks in place of their numbers; both are numbered at random.

    Where pages break by themselves is left out: that depends on how far the office has laid the document out by then.
    """
    flat = re.sub(
        rb' officeooo:[a-z-]*rsid="[0-9a-f]+"|\s*<text:soft-page-break/>| text:use-soft-page-breaks="true"', b"", flat
    )
    looks = dict(re.findall(rb'style:name="(P\d+)" style:family="paragraph"(.*?</style:style>)', flat, re.S))
    return re.sub(rb'text:style-name="(P\d+)"', lambda name: looks[name.group(1)], flat.partition(b"<office:body>")[2])


@pytest.mark.parametrize("ending", [".odt", ".docx"])
def test_a_stored_table_grows_by_hundreds_and_a_cell_changed_by_hand_stays(
    office, opened, session_for, session_with, tmp_path: Path, ending
):
    document, session = session_with(MANY)
    session.fill()
    office.store(document, tmp_path / ("dài" + ending))
    again = opened(tmp_path / ("dài" + ending))
    again.lockControllers()  # or the office lays out many pages between two calls
    other = session_for(again)
    before, look = around_of(again), look_of(again, 1)

    other.set_record(replace(other.record, rows={SLOT: (("Mới", "Mức độ 1", "Đạt"), *units(2 * MANY))}))
    other.fill()

    assert wrong_in(again, (("Mới", "Mức độ 1", "Đạt"), *units(2 * MANY))) == []
    assert around_of(again) == before
    assert [look_of(again, row) == look for row in (1, MANY, MANY + 2, 2 * MANY)] == [True] * 4
    table_of(again).getCellByName("D700").setString("Không đạt")
    other.set_record(replace(other.record, rows={SLOT: units(2 * MANY + 1, " khác")}))
    report = other.fill()
    assert report.hand_edited
    assert texts_of(again)[699][3] == "Không đạt"


def test_recording_of_changes_goes_on_and_the_table_is_no_change(session_with):
    document, session = session_with(MANY)
    document.RecordChanges = True

    session.fill()

    assert document.RecordChanges
    assert list(each(document.Redlines)) == []
    assert wrong_in(document, units(MANY)) == []


def test_a_table_with_a_note_in_it_keeps_the_note(session_with):
    document, session = session_with(MANY)
    note = document.createInstance("com.sun.star.text.Footnote")
    heading = table_of(document).getCellByName("B1")
    heading.insertTextContent(heading.getEnd(), note, False)
    note.setString("Theo danh sách kèm theo.")

    session.fill()

    assert document.Footnotes.Count == 1
    assert document.Footnotes.getByIndex(0).String == "Theo danh sách kèm theo."
    assert len(wrong_in(document, units(MANY))) == 1  # the heading, now with the number of the note


def test_at_the_end_of_a_section_the_table_stays_in_it(session_with):
    document, session = session_with(MANY)
    section = document.createInstance("com.sun.star.text.TextSection")
    cursor = document.Text.createTextCursorByRange(document.Bookmarks.getByName("nhan_xet").Anchor)
    cursor.gotoNextParagraph(True)
    document.Text.insertTextContent(cursor, section, True)
    inside = section.Name

    session.fill()

    assert wrong_in(document, units(MANY)) == []
    standing = table_of(document).getPropertyValue("TextSection")
    assert (standing and standing.Name) in (None, inside)


@pytest.mark.parametrize("protected", [True, False])
def test_in_a_section_of_its_own_a_very_long_table_stays_in_it(session_with, protected):
    document, session = session_with(VERY_MANY)
    section = document.createInstance("com.sun.star.text.TextSection")
    cursor = document.Text.createTextCursorByRange(document.Bookmarks.getByName("nhan_xet").Anchor.Start)
    cursor.gotoRange(document.Bookmarks.getByName("kien_nghi").Anchor.End, True)
    document.Text.insertTextContent(cursor, section, True)
    section.IsProtected = protected
    raw, around = texts_of(document), around_of(document)

    assert session.fill().sentence.startswith("Đã điền")

    assert wrong_in(document, units(VERY_MANY)) == []
    assert table_of(document).TextSection.Name == section.Name
    assert document.TextSections.ElementNames == (section.Name,)
    assert section.IsProtected == protected
    document.UndoManager.undo()
    assert (texts_of(document), around_of(document)) == (raw, around)


def test_a_very_long_table_between_the_only_two_paragraphs(session_with):
    document, session = session_with(VERY_MANY)
    parts = list(each(document.Text))
    at = next(n for n, part in enumerate(parts) if getattr(part, "Name", "") == table_of(document).Name)
    for part in (*parts[: at - 1], *parts[at + 1 : -1]):
        part.dispose()
    raw, around = texts_of(document), around_of(document)
    assert len(around[0]) == 3

    for _ in range(2):
        session.fill()
        assert wrong_in(document, units(VERY_MANY)) == []
        assert len(around_of(document)[0]) == 3
        document.UndoManager.undo()
        assert (texts_of(document), around_of(document)) == (raw, around)


@pytest.mark.parametrize("count", [MANY, VERY_MANY])
def test_the_cursor_of_the_clerk_stays_in_its_cell(session_with, count):
    document, session = session_with(count)
    cursor = document.CurrentController.ViewCursor
    cursor.gotoRange(table_of(document).getCellByName("B1").Start, False)

    session.fill()

    assert cursor.Cell.CellName == "B1"


@pytest.mark.parametrize("words", ["KIỂM TRA HỒ SƠ", "kết quả như sau", "KIẾN NGHỊ"])
@pytest.mark.parametrize("count", [MANY, VERY_MANY])
def test_what_the_clerk_has_selected_stays_selected(session_with, count, words):
    document, session = session_with(3)
    session.fill()
    wanted = document.createSearchDescriptor()
    wanted.SearchString = words
    document.CurrentController.select(document.findFirst(wanted))

    session.set_record(replace(session.record, rows={SLOT: units(count)}))
    session.fill()

    selected = document.CurrentController.Selection
    assert [selected.getByIndex(n).String for n in range(selected.Count)] == [words]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"bookmark-start", b"bookmark-begin"),
        (b"office:document-content", b"office:document-contents"),
        (b'manifest:version="[0-9.]+"', b'manifest:version="1.2"'),  # 7.4 does not mind
    ],
)
def test_a_table_that_does_not_come_back_whole_goes_in_row_by_row(session_with, monkeypatch, right, wrong):
    from vanthu_uno import table_exchange

    few, few_session = session_with(3, "it")
    few_session.fill()
    document, session = session_with(MANY)
    raw, around = texts_of(document), around_of(document)
    whole, taken = table_exchange.table_file, []

    def spoilt_file(*arguments):
        taken.append(re.sub(right, wrong, whole(*arguments)))
        return taken[-1]

    monkeypatch.setattr(table_exchange, "table_file", spoilt_file)
    document.UndoManager.clear()

    assert session.fill().sentence.startswith("Đã điền")

    assert len(taken) == 1
    assert wrong_in(document, units(MANY)) == []
    assert around_of(document) == around_of(few)
    assert len(document.UndoManager.getAllUndoActionTitles()) == 1
    document.UndoManager.undo()
    assert (texts_of(document), around_of(document)) == (raw, around)
    assert not document.hasControllersLocked()


def test_three_thousand_rows_go_in_are_taken_back_and_change_in_one_place(session_with):
    document, session = session_with(VERY_MANY)
    raw = texts_of(document)
    document.lockControllers()

    session.fill()
    assert wrong_in(document, units(VERY_MANY)) == []
    document.UndoManager.undo()
    assert texts_of(document) == raw
    session.fill()

    rows = [*units(VERY_MANY)[:2_000], ("Đơn vị đổi tên", "Mức độ 2", "Đạt"), *units(VERY_MANY)[2_001:]]
    session.set_record(replace(session.record, rows={SLOT: tuple(rows)}))
    assert session.fill().sentence == messages.FILLED.format(count=1)
    assert texts_of(document)[2_001][1] == "Đơn vị đổi tên"


def test_a_very_long_table_that_was_taken_back_can_be_filled_again(session_with):
    document, session = session_with(TOO_MANY)
    session.fill()
    document.UndoManager.undo()

    session.fill()

    assert wrong_in(document, units(TOO_MANY)) == []
    assert len(document.UndoManager.getAllUndoActionTitles()) == 1


def test_a_very_long_table_grows_by_hundreds_and_is_taken_back(session_with):
    document, session = session_with(TOO_MANY)
    session.fill()
    document.lockControllers()

    session.set_record(replace(session.record, rows={SLOT: units(TOO_MANY + MANY)}))
    assert session.fill().sentence == messages.FILLED.format(count=1)
    assert wrong_in(document, units(TOO_MANY + MANY)) == []
    document.UndoManager.undo()
    assert wrong_in(document, units(TOO_MANY)) == []
