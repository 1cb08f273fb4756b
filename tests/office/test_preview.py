"""Looking before filling, in a real document, and what a fill does in documents that a clerk has worked on."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from core.factories import EXAMPLE
from office.conftest import text_of

from vanthu import messages
from vanthu.record_file import load

pytestmark = pytest.mark.office


OBJECT = "(hình, khung, nhận xét, công thức)"


def table_of(document):
    return document.Bookmarks.getByName("bang_diem").getAnchor().TextTable


def column_of(document, letter):
    table = table_of(document)
    return [table.getCellByName("{}{}".format(letter, row)).getString() for row in range(1, table.Rows.Count + 1)]


def anchors_in(enumerable):
    enumeration = enumerable.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement().getAnchor()


def type_over(document, place, text):
    """As a clerk does: the new words into the place, then the old ones out of it."""
    anchor = document.Bookmarks.getByName(place).getAnchor()
    within = anchor.getText()
    cursor = within.createTextCursorByRange(anchor.getStart())
    cursor.goRight(1, False)
    within.insertString(cursor, text, False)
    cursor.gotoRange(anchor.getStart(), False)
    cursor.goRight(1, True)
    cursor.setString("")
    cursor = within.createTextCursorByRange(document.Bookmarks.getByName(place).getAnchor().getStart())
    cursor.goRight(1 + len(text), False)  # what is deleted still stands there
    cursor.gotoRange(document.Bookmarks.getByName(place).getAnchor().getEnd(), True)
    cursor.setString("")


def test_looking_changes_nothing_and_the_fill_does_what_was_shown(filled):
    document, session = filled
    session.set_score("3.b", "7,5")
    document.setModified(False)
    before, steps = text_of(document), document.UndoManager.getAllUndoActionTitles()

    preview = session.preview()

    assert (text_of(document), document.UndoManager.getAllUndoActionTitles()) == (before, steps)
    assert not document.isModified()
    assert "Tổng điểm: 93 → 95,5" in [line.words() for line in preview.lines]
    assert preview.by_hand() == ()
    assert session.fill().sentence == messages.FILLED.format(count=len(preview.lines))
    assert session.preview().sentence() == messages.NOTHING_TO_FILL


def test_one_place_changed_by_hand_is_given_up_and_another_kept(filled):
    document, session = filled
    table = table_of(document)
    table.getCellByName("D3").setString("mười")
    table.getCellByName("D4").setString("chín")
    session.set_score("1.a", "9")

    lines = session.preview().by_hand()
    report = session.fill(overwrite=[lines[0].place])

    assert [(line.label, line.old, line.new) for line in lines] == [
        ("Bảng điểm, dòng 2, cột 4", "mười", "9"),
        ("Bảng điểm, dòng 3, cột 4", "chín", "10"),
    ]
    assert report.hand_edited == ("Bảng điểm, dòng 3, cột 4",)
    assert (table.getCellByName("D3").getString(), table.getCellByName("D4").getString()) == ("9", "chín")


def test_what_was_typed_over_a_place_is_shown_whole_and_written_over_whole(filled):
    document, session = filled
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString, search.SearchCaseSensitive = "Tốt", "Khá", True
    assert document.replaceAll(search) == 1
    assert document.Bookmarks.getByName("xep_loai").getAnchor().getString() in ("K", "Khá")  # 7.4; newer

    [line] = session.preview().by_hand()
    session.fill(overwrite=[line.place])

    assert (line.label, line.old, line.new) == ("Xếp loại", "Khá", "Tốt")
    assert "- Xếp loại: Tốt." in text_of(document)[0]


def test_a_line_shows_its_place_in_the_document(filled):
    document, session = filled
    selection = document.getCurrentController().getSelection

    session.show("tong_diem")
    text = selection().getByIndex(0).getString()
    session.show("bang_diem/1/3")
    cell = selection().getByIndex(0).getString()
    session.show("khong_co")
    session.show("bang_diem/99/3")

    assert (text, cell) == ("93", "10")
    assert selection().getByIndex(0).getString() == "10"


def test_the_tags_of_a_template_are_shown_too(opened, session_for, raw):
    document = opened(raw)
    session = session_for(document)
    session.set_record(load(EXAMPLE))

    lines = {line.place: line for line in session.preview().lines}

    assert (lines["tong_diem"].old, lines["tong_diem"].new) == ("{{ tong_diem }}", "93")
    assert lines["bang_diem"].new.count("\n") > 10


def test_a_read_only_document_and_one_of_somebody_else_say_so(office, opened, session_for, raw):
    stranger = office.new_writer()
    try:
        assert session_for(stranger).preview().refusal == messages.NO_PLACES
        assert session_for(opened(raw, read_only=True)).preview().refusal == messages.READ_ONLY
    finally:
        office.close(stranger)


def test_two_windows_are_previewed_and_filled_each_for_itself(filled, opened, session_for, raw):
    first, session = filled
    second = opened(raw)
    other = session_for(second)
    other.set_record(load(EXAMPLE))
    other.set_score("1.a", "5")
    before = text_of(first)

    other.fill()
    session.set_score("1.a", "8")

    assert text_of(first) == before
    assert "Tổng điểm: 93 → 91" in [line.words() for line in session.preview().lines]
    assert "- Tổng điểm đạt được: 88 điểm." in text_of(second)[0]
    assert other.preview().lines == ()


def test_words_deleted_while_changes_are_recorded_are_not_read(filled):
    document, session = filled
    document.RecordChanges = True
    type_over(document, "xep_loai", "Khá")
    cell = table_of(document).getCellByName("D3")
    cursor = cell.createTextCursor()
    cursor.gotoEnd(True)
    cursor.setString("9")
    assert cell.getString() in ("109", "910")  # what the office itself says: the deleted words stay, first in 7.4

    lines = {line.place: line.old for line in session.preview().by_hand()}

    assert lines == {"bang_diem/1/3": "9", "xep_loai": "Khá"}


def test_a_fill_keeps_the_record_of_what_the_clerk_changed_and_goes_on_recording(filled):
    document, session = filled
    document.RecordChanges = True
    cell = table_of(document).getCellByName("D3")
    cursor = cell.createTextCursor()
    cursor.gotoEnd(True)
    cursor.setString("7")
    session.set_score("1.b", "9")

    session.fill()
    kept = cell.getString()
    session.fill(overwrite=["bang_diem/1/3"])

    assert kept in ("107", "710")  # the deleted words stay, first in 7.4
    assert cell.getString() == "10"
    assert table_of(document).getCellByName("D4").getString() == "9"
    assert document.RecordChanges


def test_a_row_deleted_while_changes_are_recorded_is_not_filled_again(filled):
    document, session = filled
    document.RecordChanges = True
    for letter in "ABCD":
        cursor = table_of(document).getCellByName(letter + "3").createTextCursor()
        cursor.gotoEnd(True)
        cursor.setString("")

    assert session.preview().lines == ()


@pytest.mark.parametrize("ending", [".docx", ".odt"])
@pytest.mark.parametrize("at", [2, 5])
def test_a_row_of_the_clerks_own_stays_and_the_table_is_filled(
    filled, office, opened, session_for, tmp_path, ending, at
):
    document, session = filled
    table = table_of(document)
    table.getRows().insertByIndex(at, 1)
    table.getCellByName("B{}".format(at + 1)).setString("Ghi thêm của đơn vị")
    session.set_score("1.a", "9")

    report = session.fill()
    expected = text_of(document)
    office.store(document, tmp_path / ("bc" + ending))
    again = opened(tmp_path / ("bc" + ending))
    reopened = session_for(again)

    assert report.hand_edited == ()
    assert column_of(document, "B")[at] == "Ghi thêm của đơn vị"
    assert column_of(document, "D")[1] == "29"
    assert "92" in column_of(document, "D")[-1]
    assert text_of(again) == expected
    assert reopened.fill().sentence == messages.NOTHING_TO_FILL
    reopened.set_score("1.a", "8")
    assert reopened.fill(overwrite_hand_edited=True).hand_edited == ()
    assert column_of(again, "B")[at] == "Ghi thêm của đơn vị"
    assert column_of(again, "D")[1] == "28"


@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_column_of_the_clerks_own_stays_and_the_table_is_filled(filled, at):
    document, session = filled
    table = table_of(document)
    letters = [letter for letter in "ABCDE" if letter != "ABCDE"[at]]
    expected = [column_of(document, letter) for letter in "ABCD"]
    expected[3][2] = "9"
    table.getColumns().insertByIndex(at, 1)
    table.getCellByName("{}5".format("ABCDE"[at])).setString("xem lại")
    session.set_score("1.a", "9")

    report = session.fill()

    assert report.hand_edited == ()
    assert column_of(document, "ABCDE"[at])[4] == "xem lại"
    assert [column_of(document, letter)[2] for letter in letters] == [column[2] for column in expected]
    assert [column_of(document, letter)[4] for letter in letters] == [column[4] for column in expected]
    assert column_of(document, letters[3])[1] == "29"
    assert session.fill().sentence == messages.NOTHING_TO_FILL
    document.UndoManager.undo()
    assert column_of(document, letters[3])[2] == "10"
    assert session.fill().hand_edited == ()


def test_a_row_taken_away_is_told_and_comes_back_when_the_clerk_says_so(filled):
    document, session = filled
    rows = table_of(document).Rows.Count
    table_of(document).getRows().removeByIndex(3, 1)
    session.set_score("1.a", "9")

    report = session.fill()

    assert report.hand_edited == ("Bảng điểm",)
    assert (table_of(document).Rows.Count, column_of(document, "D")[1]) == (rows - 1, "29")
    assert session.fill(overwrite=["bang_diem"]).hand_edited == ()
    assert table_of(document).Rows.Count == rows


def test_a_last_row_taken_away_stays_away_until_the_clerk_says_so(filled):
    document, session = filled
    rows = table_of(document).Rows.Count
    table_of(document).getRows().removeByIndex(rows - 2, 1)  # the last one holds the total
    left = column_of(document, "B")

    report = session.fill()

    assert (report.hand_edited, column_of(document, "B")) == (("Bảng điểm",), left)
    assert session.fill(overwrite=["bang_diem"]).hand_edited == ()
    assert table_of(document).Rows.Count == rows


def test_a_table_that_was_parted_is_filled_as_far_as_it_goes(filled, office):
    document, session = filled
    table = table_of(document)
    table.getRows().removeByIndex(8, table.Rows.Count - 8)
    session.set_score("1.a", "9")

    report = session.fill()

    assert (report.hand_edited, table_of(document).Rows.Count) == (("Bảng điểm",), 8)
    assert column_of(document, "D")[1] == "29"


def test_a_bookmark_of_the_clerk_in_the_rows_is_no_end_of_them(filled):
    document, session = filled
    mark = document.createInstance("com.sun.star.text.Bookmark")
    mark.setName("ghichu")
    cell = table_of(document).getCellByName("B10")
    cell.insertTextContent(cell.getStart(), mark, False)
    before = column_of(document, "B")
    session.set_score("1.a", "9")

    assert session.fill().hand_edited == ()

    assert column_of(document, "B") == before
    assert column_of(document, "D")[1] == "29"
    assert document.Bookmarks.hasByName("ghichu")


def test_no_place_is_put_into_rows_that_a_fill_makes(filled, office):
    document, session = filled
    before = (text_of(document), document.Bookmarks.ElementNames)
    document.getCurrentController().select(table_of(document).getCellByName("D3").getStart())
    from vanthu_uno import fragments

    [total] = [part for part in fragments.offered(session) if part.id == "tong-diem"]

    said = [fragments.insert(office.context, document, session, total), session.mark("xep_loai")]

    assert said == [messages.NO_ROOM_IN_ROWS.format(label="Bảng điểm")] * 2
    assert (text_of(document), document.Bookmarks.ElementNames) == before


def an_object(document, kind):
    import uno

    made = document.createInstance("com.sun.star.text.Text" + kind)
    if kind == "Table":
        made.initialize(1, 1)
    else:
        made.setPropertyValue("AnchorType", uno.Enum("com.sun.star.text.TextContentAnchorType", "AS_CHARACTER"))
        made.setSize(uno.createUnoStruct("com.sun.star.awt.Size", 1000, 500))
    return made


@pytest.mark.parametrize("kind", ["Frame", "Table"])
def test_what_the_clerk_has_put_into_a_cell_stays_and_is_named(filled, kind):
    document, session = filled
    cell = table_of(document).getCellByName("D4")
    cell.setString("")
    cell.insertTextContent(cell.getStart(), an_object(document, kind), False)
    kinds = {"Frame": document.getTextFrames, "Table": document.getTextTables}
    count = kinds[kind]().getCount()
    session.set_score("1.a", "9")

    [line] = [line for line in session.preview().lines if line.by_hand]
    found = session.read()
    report = session.fill()

    assert (line.label, line.old) == ("Bảng điểm, dòng 3, cột 4", "(hình, khung, nhận xét, công thức)")
    assert (found.fresh, found.differing) == ((), ())
    assert (report.hand_edited, kinds[kind]().getCount()) == (("Bảng điểm, dòng 3, cột 4",), count)
    assert column_of(document, "D")[1] == "29"
    session.fill(overwrite_hand_edited=True)
    assert (kinds[kind]().getCount(), cell_text(document, "D4")) == (count - 1, "10")


def test_a_formula_of_the_clerk_stays_and_is_named(filled):
    document, session = filled
    cell = table_of(document).getCellByName("D2")
    cell.setFormula("=<D3>+<D4>+<D5>")
    session.set_score("1.a", "9")

    report = session.fill()

    assert report.hand_edited == ("Bảng điểm, dòng 1, cột 4",)
    assert cell.getFormula() == "<D3>+<D4>+<D5>"
    session.fill(overwrite_hand_edited=True)
    assert (cell.getType().value, cell_text(document, "D2")) == ("TEXT", "29")


@pytest.mark.parametrize("content", ["10\r", "10"])
def test_a_content_control_around_a_cell_holds_nothing_up(filled, content):
    """Word's: LibreOffice 7.4 reads one as an input field, which ends with a letter that no document can hold."""
    document, session = filled
    cell = table_of(document).getCellByName("D3")
    assert cell_text(document, "D3") == "10"
    field = document.createInstance("com.sun.star.text.textfield.Input")
    field.setPropertyValue("Content", content)
    cell.setString("")
    cell.insertTextContent(cell.getStart(), field, False)
    session.set_score("1.b", "9")

    assert (session.read().fresh, session.fill().hand_edited) == ((), ())
    assert column_of(document, "D")[1] == "29"
    assert [one.getString().strip() for one in anchors_in(document.TextFields) if one.Cell == cell] == ["10"]


def test_letters_in_their_parts_are_the_same_words(filled):
    document, session = filled
    place = document.Bookmarks.getByName("xep_loai").Anchor
    assert place.String == "Tốt"
    place.setString(unicodedata.normalize("NFD", "Tốt"))
    cell = table_of(document).getCellByName("B3")
    cell.setString(unicodedata.normalize("NFD", cell.getString()))
    session.set_score("1.a", "9")

    assert session.fill().hand_edited == ()


def test_a_last_paragraph_that_was_moved_below_other_places_takes_none_of_them_along(filled):
    from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

    document, session = filled
    marks = document.Bookmarks
    heading = document.Text.createTextCursorByRange(marks.getByName("_uu_diem").Anchor.getEnd())
    heading.gotoNextParagraph(False)
    heading.gotoEndOfParagraph(False)
    heading.setString(":")  # so that nothing tells any more where the place ends
    marks.getByName("_uu_diem").dispose()
    moved = document.createInstance("com.sun.star.text.Bookmark")
    moved.setName("_uu_diem")
    below = document.Text.createTextCursorByRange(marks.getByName("ton_tai").Anchor.getEnd())
    below.gotoEndOfParagraph(False)
    document.Text.insertControlCharacter(below, PARAGRAPH_BREAK, False)
    document.Text.insertString(below, "Dán xuống đây.", False)
    below.gotoStartOfParagraph(True)
    document.Text.insertTextContent(below, moved, True)
    names, lines = set(marks.ElementNames), document.Text.String.splitlines()

    session.set_score("1.a", "9")
    session.fill(overwrite_hand_edited=True)

    assert set(marks.ElementNames) == names
    kept = [line for line in lines if "93" not in line]
    assert [line for line in kept if line not in document.Text.String.splitlines()] == []


@pytest.mark.parametrize("how", ["AS_CHARACTER", "AT_CHARACTER"])
@pytest.mark.parametrize("letters", [0, 3])
def test_a_picture_in_a_place_stays_and_is_named(filled, how, letters):
    import uno

    document, session = filled
    picture = document.createInstance("com.sun.star.text.TextGraphicObject")
    picture.setPropertyValue("AnchorType", uno.Enum("com.sun.star.text.TextContentAnchorType", how))
    picture.setSize(uno.createUnoStruct("com.sun.star.awt.Size", 1000, 500))
    anchor = document.Bookmarks.getByName("ten_nguoi_ky").getAnchor()
    cursor = anchor.getText().createTextCursorByRange(anchor.getStart())
    cursor.goRight(letters, False)
    anchor.getText().insertTextContent(cursor, picture, False)
    session.set_record(replace(session.record, signer=replace(session.record.signer, name="Trần Văn Mới")))

    by_hand = [(line.label, line.old[-len(OBJECT) :]) for line in session.preview().lines if line.by_hand]
    report = session.fill()

    assert document.getGraphicObjects().getCount() == 1
    assert by_hand == [(label, OBJECT) for label in report.hand_edited]
    assert report.hand_edited == ("Tên người ký",) or not letters  # before the first letter it is not in the way
    session.fill(overwrite_hand_edited=True)
    assert document.Bookmarks.getByName("ten_nguoi_ky").getAnchor().getString() == "Trần Văn Mới"


def test_a_comment_in_a_place_of_several_paragraphs_stays_and_is_named(filled):
    document, session = filled
    session.set_record(replace(session.record, text={**session.record.text, "phuong_huong": ("Một.", "Hai.")}))
    session.fill()
    comment = document.createInstance("com.sun.star.text.textfield.Annotation")
    comment.Content = "Xem lại"
    anchor = document.Bookmarks.getByName("phuong_huong").getAnchor()
    cursor = anchor.getText().createTextCursorByRange(anchor.getStart())
    cursor.goRight(1, False)
    anchor.getText().insertTextContent(cursor, comment, False)
    session.set_record(replace(session.record, text={**session.record.text, "phuong_huong": ("Ba.",)}))

    assert session.fill().hand_edited == ("Phương hướng",)
    assert document.getTextFields().createEnumeration().hasMoreElements()


def cell_text(document, name):
    return table_of(document).getCellByName(name).getString()


def test_merged_cells_do_not_stop_the_fill(filled):
    document, session = filled
    cursor = table_of(document).createCursorByCellName("A4")
    cursor.gotoCellByName("B4", True)
    assert cursor.mergeRange()
    session.set_score("1.a", "9")
    session.set_score("1.b", "9")

    report = session.fill()

    assert table_of(document).getCellByName("D3").getString() == "9"
    assert report.hand_edited == ("Bảng điểm, dòng 3",)
    assert "- Tổng điểm đạt được: 91 điểm." in text_of(document)[0]


def test_a_table_in_a_protected_section_is_filled_undone_and_filled_again(filled):
    document, session = filled
    section = document.createInstance("com.sun.star.text.TextSection")
    total = document.Bookmarks.getByName("tong_diem").getAnchor()
    whole = total.getText().createTextCursorByRange(total)
    whole.gotoStartOfParagraph(False)
    whole.gotoEndOfParagraph(True)
    total.getText().insertTextContent(whole, section, True)
    section.IsProtected = True
    for name in table_of(document).getCellNames():
        table_of(document).getCellByName(name).IsProtected = True
    session.set_score("1.a", "9")

    assert session.fill().hand_edited == ()
    after = text_of(document)
    document.UndoManager.undo()

    assert "- Tổng điểm đạt được: 92 điểm." in after[0]
    assert "- Tổng điểm đạt được: 93 điểm." in text_of(document)[0]
    assert session.fill().hand_edited == ()
    assert text_of(document) == after
    assert section.IsProtected


def test_a_fill_can_be_undone_after_saving_and_done_again(filled, office, tmp_path):
    document, session = filled
    session.set_score("1.a", "9")
    session.fill()
    after = text_of(document)
    office.store(document, tmp_path / "bc.odt")
    document.UndoManager.undo()

    lines = [line.words() for line in session.preview().lines]

    assert "Tổng điểm: 93 → 92" in lines
    assert session.fill().hand_edited == ()
    assert text_of(document) == after
    document.UndoManager.undo()
    document.UndoManager.redo()
    assert session.fill().sentence == messages.NOTHING_TO_FILL


def test_a_table_that_was_turned_into_text_is_told_and_the_rest_is_filled(filled):
    document, session = filled
    table = table_of(document)
    heading = table.getCellByName("A1").getString()
    table.dispose()
    document.Text.insertString(document.Text.getEnd(), heading, False)
    document.Text.insertTextContent(document.Text.getEnd(), a_bookmark(document, "bang_diem"), False)
    session.set_score("1.a", "9")

    report = session.fill()

    assert "Không còn chỗ cho: Bảng điểm" in report.sentence
    assert "- Tổng điểm đạt được: 92 điểm." in text_of(document)[0]


def a_bookmark(document, name):
    bookmark = document.createInstance("com.sun.star.text.Bookmark")
    bookmark.setName(name)
    return bookmark
