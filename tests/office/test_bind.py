"""Score tables of documents that are not ours: recognised, read, checked and filled, nothing else touched."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import docx
import pytest
from core.factories import EXAMPLE
from office.foreign_report import add_table, shown, typed, write

from vanthu import messages
from vanthu.record_file import load
from vanthu_docx.house import open_library
from vanthu_docx.render import render

pytestmark = pytest.mark.office

RECOGNISED = "Đã nhận bảng điểm: 22 dòng; tổng ghi 98, tính lại 93."
COUNTED = ("1.a", "1.b", "1.c", "2.a", "2.b", "2.c", "2.d", "3.a", "3.b", "3.c")
LIBRARY = open_library()
SCORES = dict(load(EXAMPLE).typed)


@pytest.fixture
def report(blank):
    """The published report of Kon Rẫy as its clerks may have it."""
    return typed(blank, "001.txt")


def changed(before, after):
    assert len(before) == len(after)
    return [(old, new) for old, new in zip(before, after) if old != new]


def bookmarks(document):
    marks = document.getBookmarks()
    found = [marks.getByIndex(number) for number in range(marks.getCount())]
    return {mark.getName(): mark.getAnchor().getString() for mark in found}


MENDED = [("- Tổng điểm đạt được: 98 điểm.", "- Tổng điểm đạt được: 93 điểm."), ("38", "33"), ("98", "93")]


def test_the_published_table_is_recognised_and_its_wrong_sums_are_shown(report, session_for):
    session = session_for(report)

    assert session.bind().sentence == RECOGNISED

    record, summary = session.record, session.summary()
    assert (record.form, record.year, dict(record.typed)) == ("dvht-2020", 2023, SCORES)
    assert dict(record.stated) == {
        **{"1": "30", "2": "30", "3": "38", "3.a": "25", "total": "98"},
        "rating": "Tốt",
    }
    assert (summary.total, summary.rating, summary.progress) == ("93", "Tốt", "Đã chấm 10/10 mục")
    assert any(text.startswith("Mục 3: tổng các mục con là 25 + 5 + 3 = 33") for text in summary.findings)
    assert any("văn bản ghi 98" in text for text in summary.findings)


def test_binding_marks_places_in_one_step_and_changes_no_text(report, session_for):
    before = shown(report)

    session_for(report).bind()

    assert shown(report) == before
    assert report.UndoManager.getAllUndoActionTitles() == (messages.UNDO_BIND,)
    places = bookmarks(report)
    assert len(places) == 24
    assert (places["diem_3"], places["diem_3_a_8"], places["diem_tong"]) == ("38", "4", "98")
    assert (places["diem_tong__2"], places["diem_xep_loai"]) == ("98", "Tốt")
    report.UndoManager.undo()
    assert (shown(report), bookmarks(report)) == (before, {})


def test_a_fill_mends_the_sums_and_nothing_else(report, session_for):
    before = shown(report)
    session = session_for(report)
    session.bind()

    filled = session.fill()

    assert changed(before, shown(report)) == MENDED
    assert (filled.sentence, filled.hand_edited) == (messages.FILLED.format(count=3), ())
    assert not [text for text in session.summary().findings if "văn bản ghi" in text]
    assert session.fill().sentence == messages.NOTHING_TO_FILL
    report.UndoManager.undo()
    assert shown(report) == before
    assert session.fill().hand_edited == ()
    assert changed(before, shown(report)) == MENDED


def test_letters_whose_marks_stand_alone_are_recognised_as_well(blank, session_for):
    """As they come along from some PDFs and from a Mac."""
    write(blank, "Báo cáo năm 2023")
    add_table(blank, [[unicodedata.normalize("NFD", cell) for cell in line.split("\t")] for line in table_lines()])
    for line in ("- Tổng điểm đạt được: 98 điểm.", "- Xếp loại: Tốt.", "Đơn vị đạt 98 điểm trong năm."):
        write(blank, unicodedata.normalize("NFD", line))
    before = shown(blank)
    session = session_for(blank)

    assert session.bind().sentence.startswith(RECOGNISED + " Số 98 còn ở 1 chỗ khác")
    assert dict(session.record.stated)["rating"] == "Tốt"
    session.fill()
    assert composed(changed(before, shown(blank))) == MENDED
    for name in ("2.a", "2.b", "3.b"):
        session.set_score(name, "0")
    assert session.fill().hand_edited == ()
    sentences = composed(changed(before, shown(blank)))[:2]
    assert sentences == [
        (MENDED[0][0], "- Tổng điểm đạt được: 73 điểm."),
        ("- Xếp loại: Tốt.", "- Xếp loại: Khá."),
    ]


def composed(pairs):
    return [tuple(unicodedata.normalize("NFC", text) for text in pair) for pair in pairs]


def test_another_score_goes_into_its_cell_and_into_the_sums(report, session_for):
    before = shown(report)
    session = session_for(report)
    session.bind()
    session.set_score("3.b", "7,5")

    session.fill()

    expected = [(MENDED[0][0], "- Tổng điểm đạt được: 95,5 điểm."), ("38", "35,5"), ("5", "7,5"), ("98", "95,5")]
    assert changed(before, shown(report)) == expected


@pytest.mark.parametrize("ending", [".docx", ".odt"])
@pytest.mark.parametrize("filled", [False, True], ids=["bound", "filled"])
def test_a_bound_document_is_saved_reopened_and_filled_on(
    report, session_for, office, opened, tmp_path, ending, filled
):
    before = shown(report)
    session_for(report).bind()
    if filled:
        session_for(report).fill()
    office.store(report, tmp_path / ("a" + ending))

    again = opened(tmp_path / ("a" + ending))
    session = session_for(again)

    assert dict(session.record.typed) == SCORES
    assert session.fill().hand_edited == ()
    assert changed(before, shown(again)) == MENDED
    session.set_score("1.a", "")
    session.set_score("3.c", "4")
    assert session.fill().hand_edited == ()
    assert changed(before, shown(again)) == [MENDED[0], ("10", ""), ("38", "34"), ("3", "4"), ("98", "93")]
    session.set_score("1.a", "10")
    session.fill()
    assert changed(before, shown(again))[0] == (MENDED[0][0], "- Tổng điểm đạt được: 94 điểm.")


def test_binding_again_reads_what_stands_there_now(report, session_for):
    session = session_for(report)
    session.bind()
    session.fill()
    places, steps = bookmarks(report), report.UndoManager.getAllUndoActionTitles()

    assert session.bind().sentence == "Đã nhận bảng điểm: 22 dòng; tổng 93."

    assert (bookmarks(report), report.UndoManager.getAllUndoActionTitles()) == (places, steps)


def test_typed_scores_stay_until_the_clerk_says_otherwise(report, session_for):
    session = session_for(report)
    session.set_fact("year", "2021")
    session.set_score("1.a", "9")

    bound = session.bind()

    assert bound.differing == ("1.a",)
    assert "Giữ điểm đã nhập, khác với bảng, ở 1 mục: 1.a." in bound.sentence
    assert "Năm đánh giá đang là 2021; hãy kiểm tra." in bound.sentence
    assert dict(session.record.typed) == {**SCORES, "1.a": "9"}
    assert session.fill().hand_edited == ("Điểm mục 1.a",)
    assert session.bind(instead=True).differing == ()
    assert dict(session.record.typed) == SCORES
    assert session.record.year == 2021
    assert session.fill().hand_edited == ()


def test_scores_of_another_form_stay_and_nothing_is_bound(report, session_for):
    session = session_for(report)
    session.set_record(replace(session.record, form="dvht-2023", unit_type="co-quan", typed=(("1.1", "đạt"),)))

    said = session.bind().sentence

    assert said.startswith("Bảng điểm trong văn bản theo bộ tiêu chí “")
    assert bookmarks(report) == {}
    assert session.record.form == "dvht-2023"


def test_what_the_clerk_changes_in_a_bound_cell_by_hand_stays(report, session_for):
    session = session_for(report)
    session.bind()
    cell = report.Bookmarks.getByName("diem_3").getAnchor()
    cursor = cell.getText().createTextCursorByRange(cell.getStart())
    cursor.goRight(1, False)
    cell.getText().insertString(cursor, "9", False)

    filled = session.fill()

    assert filled.hand_edited == ("Điểm mục 3",)
    assert [finding for finding in session.summary().findings if finding.startswith("Mục 3:")]


@pytest.mark.parametrize("name", ["000.txt", "002.txt", "003-ke-hoach.txt", "003-to-trinh.txt", "004.txt"])
def test_in_a_document_without_a_score_table_nothing_is_recognised(blank, session_for, name):
    document = typed(blank, name)
    document.setModified(False)

    assert session_for(document).bind().sentence == messages.NO_SCORE_TABLE

    assert not document.isModified()
    assert bookmarks(document) == {}


def test_a_table_cut_in_two_and_one_of_tabs_are_recognised_too(blank, session_for, report):
    rows = [line.split("\t") for line in table_lines()]
    for document_rows in ((rows[:10], rows[10:]), ()):
        blank.Text.setString("")
        write(blank, "Báo cáo năm 2023")
        for part in document_rows:
            add_table(blank, part)
            write(blank, "")
        if not document_rows:
            for row in rows:
                write(blank, "\t".join(row))
        session = session_for(blank)
        session.set_record(replace(session.record, typed=(), stated=()))
        before = shown(blank)

        assert session.bind().sentence.startswith(RECOGNISED)

        session.fill()
        assert [(old[-2:], new[-2:]) for old, new in changed(before, shown(blank))] == [("38", "33"), ("98", "93")]


def table_lines():
    from office.foreign_report import SEEDS

    return [line for line in (SEEDS / "001.txt").read_text(encoding="utf-8").split("\n") if "\t" in line.strip()]


@pytest.mark.parametrize("words", ["{}đ", "{} điểm", "{}/{}"])
@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_scores_with_a_word_beside_them_are_read_and_rewritten_only_where_they_change(
    blank, session_for, office, opened, tmp_path, words, ending
):
    rows = [line.split("\t") for line in table_lines() if not line.startswith("STT")]
    worded = [[*row[:-1], words.format(row[-1], row[-2])] for row in rows]
    write(blank, "Báo cáo năm 2023")
    add_table(blank, [["STT", "Nội dung", "Điểm", "Đơn vị tự chấm"], *worded])
    write(blank, "Hết")
    before = shown(blank)
    session = session_for(blank)

    assert session.bind().sentence == RECOGNISED
    assert dict(session.record.typed) == SCORES
    assert session.fill().hand_edited == ()
    mended = [(words.format("38", "40"), "33"), (words.format("98", "100"), "93")]
    assert changed(before, shown(blank)) == mended

    office.store(blank, tmp_path / ("a" + ending))
    again = opened(tmp_path / ("a" + ending))
    session = session_for(again)
    found = session.read()
    assert (found.fresh, found.differing) == ((), ())
    session.set_score("3.b", "7")
    assert session.fill().hand_edited == ()
    expected = [(mended[0][0], "35"), (words.format("5", "10"), "7"), (mended[1][0], "95")]
    assert changed(before, shown(again)) == expected
    session.set_score("3.b", "5")
    assert session.fill().hand_edited == ()
    assert changed(before, shown(again)) == [mended[0], (words.format("5", "10"), "5"), mended[1]]


def test_the_sum_of_the_last_part_stays_and_the_total_is_mended(blank, session_for):
    rows = [line.split("\t") for line in table_lines()]
    add_table(blank, [*rows[:-1], ["", "Cộng mục 3", "40", "38"], rows[-1]])
    before = shown(blank)
    session = session_for(blank)

    assert session.bind().sentence.startswith(RECOGNISED)
    session.fill()

    assert changed(before, shown(blank)) == [("38", "33"), ("98", "93")]


def test_merged_cells_and_footnotes_do_no_harm(blank, session_for):
    rows = [line.split("\t") for line in table_lines()]
    for row in rows:
        if row[0] == "-":
            row[-1] = ""
    table = add_table(blank, rows)
    write(blank, "Hết")
    merged = [number for number, row in enumerate(rows, start=1) if row[0] == "-"]
    merge(table, "D{}".format(merged[0] - 1), 2)
    merge(table, "D{}".format(merged[2]), len(merged) - 2)
    note = blank.createInstance("com.sun.star.text.Footnote")
    cell = table.getCellByName("D{}".format(len(rows) - 1))
    cell.insertTextContent(cell.getEnd(), note, False)
    before = shown(blank)
    session = session_for(blank)

    said = session.bind().sentence
    session.fill()

    assert said.startswith("Đã nhận bảng điểm: 22 dòng;")
    assert dict(session.record.typed)["3.a"] == "25"
    assert "diem_3_c" not in bookmarks(blank)
    assert blank.Footnotes.getCount() == 1
    assert {old for old, _ in changed(before, shown(blank))} <= {"38", "98"}


def merge(table, start, rows):
    cursor = table.createCursorByCellName(start)
    cursor.goDown(rows - 1, True)
    cursor.mergeRange()


def test_a_table_that_waits_for_its_scores_is_filled_by_the_sidebar(blank, session_for):
    rows = [line.split("\t") for line in table_lines()]
    add_table(blank, [row if row[0] == "STT" else [*row[:-1], ""] for row in rows])
    before = shown(blank)
    session = session_for(blank)

    assert session.bind().sentence.startswith("Đã nhận bảng điểm: 22 dòng; còn 10 mục chưa có điểm dùng được.")
    assert session.fill().sentence == messages.NOTHING_TO_FILL

    for name, score in SCORES.items():
        session.set_score(name, score)
    session.fill()
    table = blank.TextTables.getByIndex(0)
    assert table.getCellByName("D{}".format(len(rows))).getString() == "93"
    assert all(old == "" for old, _ in changed(before, shown(blank)))


def partly_scored(keep):
    rows = [line.split("\t") for line in table_lines()]
    return [row if row[0] == "STT" else [*row[:-1], row[-1] if keep(row) else ""] for row in rows]


def test_a_table_whose_criteria_alone_are_scored_is_recognised(blank, session_for):
    add_table(blank, partly_scored(lambda row: row[0] in ("a", "b", "c", "d") or "Tổng" in row[0]))
    before = shown(blank)
    session = session_for(blank)

    assert session.bind().sentence.startswith("Đã nhận bảng điểm: 22 dòng; tổng ghi 98, tính lại 93.")
    session.fill()

    assert changed(before, shown(blank)) == [("98", "93")]


def test_a_table_with_two_scores_is_recognised_and_filled_on(blank, session_for):
    add_table(blank, partly_scored(lambda row: False))
    table = blank.TextTables.getByIndex(0)
    table.getCellByName("D3").setString("10")
    table.getCellByName("D4").setString("9")
    session = session_for(blank)

    assert session.bind().sentence.startswith("Đã nhận bảng điểm: 22 dòng; còn 8 mục chưa có điểm dùng được.")
    session.set_score("1.c", "8")
    session.fill()

    assert [table.getCellByName(name).getString() for name in ("D2", "D3", "D4", "D5")] == ["27", "10", "9", "8"]


def test_a_report_of_ours_that_is_half_scored_is_recognised_once_it_was_copied(filled, blank, session_for):
    """As text alone, without its record and its places."""
    ours, _ = filled
    cells = ours.Bookmarks.getByName("bang_diem").getAnchor().TextTable
    rows = [[cells.getCellByName(column + str(row)).getString() for column in "ABCD"] for row in range(1, 24)]
    add_table(blank, [row if number < 6 else [*row[:-1], ""] for number, row in enumerate(rows)])
    session = session_for(blank)

    assert session.bind().sentence.startswith("Đã nhận bảng điểm: 22 dòng; còn 7 mục chưa có điểm dùng được.")
    assert dict(session.record.typed) == {"1.a": "10", "1.b": "10", "1.c": "10"}


def test_a_report_of_ours_is_read_and_stays_as_it_is(office, opened, session_for, fill_in_writer, tmp_path):
    path = fill_in_writer("bao-cao-tu-danh-gia", load(EXAMPLE), tmp_path / "a.docx")
    document = opened(path)
    places, before = bookmarks(document), shown(document)
    session = session_for(document)

    assert session.bind().sentence.startswith("Đã nhận bảng điểm: 22 dòng; tổng 93.")

    assert (bookmarks(document), shown(document)) == (places, before)
    assert session.fill().sentence == messages.NOTHING_TO_FILL


def test_a_read_only_document_says_so(report, session_for, office, opened, tmp_path):
    office.store(report, tmp_path / "a.odt")

    assert session_for(opened(tmp_path / "a.odt", read_only=True)).bind().sentence == messages.READ_ONLY


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_a_word_document_that_begins_with_its_table_is_filled_after_every_save(
    office, opened, session_for, tmp_path, ending
):
    path = in_word(tmp_path / "word.docx")
    document = opened(path)
    before = shown(document)

    assert session_for(document).bind().sentence.startswith(RECOGNISED)

    office.store(document, tmp_path / ("a" + ending))
    again = opened(tmp_path / ("a" + ending))
    assert session_for(again).fill().hand_edited == ()
    assert changed(before, shown(again))[:2] == [("38", "33"), ("98", "93")]
    office.store(again, tmp_path / ("b" + ending))
    last = opened(tmp_path / ("b" + ending))
    session = session_for(last)
    session.set_score("1.a", "9")
    assert session.fill().hand_edited == ()
    assert changed(before, shown(last)) == [("30", "29"), ("10", "9"), ("38", "33"), ("98", "92")]


def in_word(path):
    """A report as Word has it: a heading of two rows with merged cells, the total's label over three columns."""
    document = docx.Document()
    rows = [line.split("\t") for line in table_lines() if not line.startswith("STT")]
    table = document.add_table(rows=2, cols=4)
    for column, text in enumerate(("STT", "Nội dung tiêu chí", "Điểm")):
        table.cell(0, column).text = text
    table.cell(0, 2).merge(table.cell(0, 3))
    for column, text in ((2, "Tối đa"), (3, "Đơn vị tự chấm")):
        table.cell(1, column).text = text
    for column in (0, 1):
        table.cell(0, column).merge(table.cell(1, column))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
    table.rows[-1].cells[0].merge(table.rows[-1].cells[1])
    document.add_paragraph("Hết.")
    document.save(str(path))
    return path


def test_a_bound_document_is_a_template_for_the_command_line(report, session_for, office, tmp_path):
    session_for(report).bind()
    office.store(report, tmp_path / "mau.docx")
    other = replace(
        load(EXAMPLE), typed=tuple((name, "1") for name, _ in load(EXAMPLE).typed if not name.count(".") > 1)
    )
    other = replace(other, typed=(*other.typed, ("3.a", "1")))

    for engine in ("docx", "writer"):
        render(open_library(), str(tmp_path / "mau.docx"), other, tmp_path / (engine + ".docx"), engine)

    made = [docx.Document(str(tmp_path / (engine + ".docx"))) for engine in ("docx", "writer")]
    cells = [[row.cells[-1].text for row in document.tables[0].rows] for document in made]
    assert cells[0] == cells[1]
    assert cells[0][:4] == ["Đơn vị tự chấm", "3", "1", "1"]
    assert cells[0][-1] == "10"


@pytest.fixture
def table_of_levels(blank):
    """A table of levels as a secondary school may have typed it by itself."""
    form = LIBRARY.form("dvht-2023")
    lines = form.for_unit(form.scope_of("thcs", ""), "thcs", "cong-lap").criteria
    typed_answers = {"1.1": "Đạt", "2.1": "19/20 = 95%", "2.2": "18/20", "3.4": "cơ bản"}
    write(blank, "BÁO CÁO TỰ ĐÁNH GIÁ NĂM 2024")
    rows = [[line.symbol, line.label, typed_answers.get(line.id, ""), ""] for line in lines]
    add_table(blank, [["STT", "Tiêu chí, chỉ tiêu", "Kết quả tự đánh giá", "Mức độ đạt"], *rows])
    return blank


def test_a_table_of_levels_is_recognised_read_and_filled(table_of_levels, session_for):
    before = shown(table_of_levels)
    session = session_for(table_of_levels)

    assert session.bind().sentence == "Đã nhận bảng mức độ: 14 chỉ tiêu; hãy chọn “Loại đơn vị” ở Hồ sơ."

    assert (session.record.form, session.record.year) == ("dvht-2023", 2024)
    assert dict(session.record.typed) == {"1.1": "Đạt", "2.1": "19/20", "2.2": "18/20", "3.4": "cơ bản"}
    assert shown(table_of_levels) == before
    session.choose_unit_type(next(choice for choice in session.unit_types if choice.unit_type == "thcs"))
    session.set_score("1.2", "không đạt")
    assert session.fill().hand_edited == ()
    assert changed(before, shown(table_of_levels)) == [("", "không đạt")]

    cell = next(iter(table_of_levels.getTextTables())).getCellByName("C6")
    cell.setString("đạt")
    found = session.read()
    session.take(found, found.proposed())
    assert dict(session.record.typed)["1.4"] == "đạt"
    assert session.fill().sentence == messages.NOTHING_TO_FILL


def test_a_table_of_levels_with_a_tick_for_yes_or_no_is_left_alone(blank, session_for):
    form = LIBRARY.form("cdht-2023")
    lines = form.for_unit(form.scope_of("xa", ""), "xa", "cong-lap").criteria
    ticks = {"1.1": ("x", ""), "1.2": ("x", ""), "1.3": ("", "x")}
    rows = [[line.symbol, line.label, *ticks.get(line.id, ("", ""))] for line in lines]
    add_table(blank, [["STT", "Chỉ tiêu", "Đạt", "Không đạt"], *rows])

    assert session_for(blank).bind().sentence == messages.NO_SCORE_TABLE

    assert bookmarks(blank) == {}
