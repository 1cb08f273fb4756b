"""A clerk's own document in Writer: typed tags, marked places, the organisation's template."""

from __future__ import annotations

import copy
import time
from dataclasses import replace

import docx
import pytest
from core.factories import EXAMPLE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from vanthu import messages
from vanthu.data_error import DataError
from vanthu.record import with_score
from vanthu.record_file import load
from vanthu_docx.house import open_library
from vanthu_docx.render import render

pytestmark = pytest.mark.office

RECORD = load(EXAMPLE)
LOOP = (
    ("Nội dung", "Điểm"),
    ("{%tr for dong in bang_diem %}", ""),
    ("{{ dong.noi_dung }}", "{{ dong.diem }}"),
    ("{%tr endfor %}", ""),
    ("Tổng", "{{ tong_diem }}"),
)
FULL_LOOP = (
    ("STT", "Nội dung", "Tối đa", "Điểm"),
    ("{%tr for dong in bang_diem %}", "", "", ""),
    ("{{ dong.ky_hieu }}", "{{ dong.noi_dung }}", "{{ dong.diem_toi_da }}", "{{ dong.diem }}"),
    ("{%tr endfor %}", "", "", ""),
    ("Tổng", "", "", "{{ tong_diem }}"),
)


@pytest.fixture
def session_for(office):
    from vanthu_uno.open_sessions import session_of

    def session(document):
        session = session_of(document)
        session.set_record(RECORD)
        return session

    return session


def own(path, *paragraphs, rows=(), header=""):
    """A document as a clerk types it in Word."""
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text in [runs] if isinstance(runs, str) else runs:
            paragraph.add_run(text)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row):
                cell.text = text
        document.add_paragraph("Hết.")
    document.sections[0].header.paragraphs[0].text = header
    document.save(str(path))
    return path


def in_a_control(path):
    """The same document with its second run in a control that Word calls "plain text"."""
    document = docx.Document(str(path))
    run = document.paragraphs[0].runs[1]._r
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr><w:text/></w:sdtPr><w:sdtContent/></w:sdt>")
    run.addprevious(control)
    control[-1].append(run)
    document.save(str(path))
    return path


def filled_changes(session):
    """What the next fill changes, as it is carried out."""
    changes = []
    told = session.fill
    with pytest.MonkeyPatch.context() as patch:
        from vanthu import one_fill as module

        plan = module.plan
        patch.setattr(module, "plan", lambda *args: changes.append(plan(*args)) or changes[-1])
        told()
    return changes[0].changes


def body(document):
    return document.Text.getString().replace("\r\n", "\n")


def cells(document):
    table = document.TextTables.getByIndex(0)
    return [table.getCellByName(name).getString() for name in table.getCellNames()]


def bookmarks(document):
    marks = document.getBookmarks()
    found = [marks.getByIndex(number) for number in range(marks.getCount())]
    return {mark.getName(): mark.getAnchor().getString() for mark in found}


def test_typed_tags_are_filled_in_one_step_and_can_be_filled_again(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "Tổng: {{ tong_diem }}, {{xep_loai}}. Lại: {{ tong_diem }}.", "Hết"))
    session = session_for(document)

    assert session.fill().sentence == messages.FILLED.format(count=3)

    assert body(document) == "Tổng: 93, Tốt. Lại: 93.\nHết"
    assert bookmarks(document) == {"tong_diem": "93", "tong_diem__2": "93", "xep_loai": "Tốt"}
    assert document.UndoManager.getAllUndoActionTitles() == (messages.UNDO_FILL,)
    assert session.fill().sentence == messages.NOTHING_TO_FILL

    session.set_score("1.a", "9")
    session.fill()
    assert body(document) == "Tổng: 92, Tốt. Lại: 92.\nHết"


def test_one_undo_gives_the_tags_back_and_one_redo_the_document(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "Tổng: {{ tong_diem }}.", rows=FULL_LOOP))
    session = session_for(document)
    before = body(document), cells(document), bookmarks(document)
    session.fill()
    after = body(document), cells(document), bookmarks(document)

    document.UndoManager.undo()
    assert (body(document), cells(document), bookmarks(document)) == before
    document.UndoManager.redo()
    assert (body(document), cells(document), bookmarks(document)) == after
    assert session.fill().sentence == messages.NOTHING_TO_FILL


def test_the_preview_of_a_table_with_fewer_columns_is_what_the_fill_does(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "Bảng", rows=LOOP))
    session = session_for(document)
    session.fill()

    found = session.preview()

    assert (found.lines, found.lost, found.sentence()) == ((), (), messages.NOTHING_TO_FILL)
    session.set_score("1.a", "9")
    assert [line.new for line in session.preview().lines] == [change.new for change in filled_changes(session)]


def test_each_undo_takes_back_the_memory_of_its_own_step(office, tmp_path, opened, session_for):
    from vanthu_uno import fragments

    document = opened(own(tmp_path / "a.docx", "{{ tong_diem }}", "Hết."))
    session = session_for(document)
    stated = session.record.stated
    session.fill()
    assert dict(session.record.stated).get("total") is None
    document.CurrentController.ViewCursor.gotoEnd(False)
    part = next(one for one in fragments.offered(session) if one.id == "xep-loai")

    assert fragments.insert(office.context, document, session, part) == ""
    document.UndoManager.undo()
    assert (body(document), dict(session.record.stated).get("total")) == ("93\nHết.", None)
    document.UndoManager.undo()

    assert (body(document), session.record.stated) == ("{{ tong_diem }}\nHết.", stated)


def test_a_table_typed_by_hand_grows(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "Bảng", rows=FULL_LOOP))

    session_for(document).fill()

    assert "{" not in "".join(cells(document))
    assert cells(document)[-1] == "93"
    assert len(cells(document)) > 40
    assert bookmarks(document)["bang_diem"] == "STT"


def test_two_loops_over_a_table_are_both_filled(tmp_path, opened, session_for):
    path = own(tmp_path / "a.docx", "{{ nam }}", rows=LOOP)
    written = docx.Document(str(path))
    written.element.body.insert(0, copy.deepcopy(written.tables[0]._tbl))
    written.element.body.insert(1, copy.deepcopy(written.paragraphs[0]._p))
    written.save(str(path))
    document = opened(path)
    session = session_for(document)

    said = session.fill().sentence

    tables = [document.TextTables.getByIndex(number) for number in range(2)]
    shown = [[table.getCellByName(name).getString() for name in table.getCellNames()] for table in tables]
    assert (said, shown[0]) == (messages.FILLED.format(count=6), shown[1])
    assert shown[0][3] == "30"
    assert {"bang_diem", "bang_diem__2"} <= set(document.Bookmarks.ElementNames)
    assert session.fill().sentence == messages.NOTHING_TO_FILL


def test_a_table_has_the_columns_that_its_model_row_names(tmp_path, opened, session_for, office):
    document = opened(own(tmp_path / "a.docx", "Bảng", rows=LOOP))
    session = session_for(document)

    session.fill()

    shown = cells(document)
    assert shown[:4] == ["Nội dung", "Điểm", "Các điều kiện để xây dựng Đơn vị học tập", "30"]
    assert shown[-2:] == ["Tổng", "93"]
    assert session.fill().sentence == messages.NOTHING_TO_FILL
    session.set_score("1.a", "9")
    assert session.fill().hand_edited == ()
    assert cells(document)[3] == "29"
    office.store(document, tmp_path / "b.odt")
    again = opened(tmp_path / "b.odt")
    assert session_for(again).fill().hand_edited == ()
    assert cells(again) == shown


def test_a_column_that_nobody_knows_is_blank_and_named(tmp_path, opened, session_for):
    rows = (LOOP[0], LOOP[1], ("{{ dong.noi_dung }}", "{{ dong.diemm }}"), LOOP[3])
    document = opened(own(tmp_path / "a.docx", "Bảng", rows=rows))

    said = session_for(document).fill().sentence

    assert "Không có ô điền: dong.diemm (gần giống: dong.diem" in said
    assert cells(document)[3] == ""


def test_tags_in_headers_are_filled(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "{{ nam }}", header="Năm {{ nam }}"))

    session_for(document).fill()

    style = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    assert (style.HeaderText.getString(), body(document)) == ("Năm 2023", "2023")


def test_unknown_tags_are_left_alone_and_named(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "{{ tong_diemm }} {{ Tổng điểm }} {{ bang_diem }} {{ nam }}"))

    said = session_for(document).fill().sentence

    assert body(document) == "{{ tong_diemm }} {{ Tổng điểm }} {{ bang_diem }} 2023"
    assert said.startswith(messages.FILLED.format(count=1))
    assert messages.TABLE_IN_TEXT.format(name="bang_diem") in said
    assert "Không có ô điền: tong_diemm (gần giống: tong_diem" in said
    assert "; Tổng điểm (gần giống: tong_diem)." in said


def test_conditions_are_named_since_writer_cannot_carry_them_out(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "{% if tong_diem %}{{ nam }}{% endif %}", rows=FULL_LOOP))
    session = session_for(document)
    session.set_record(replace(RECORD, text={"uu_diem": ("{% set a = 1 %}",)}))

    said = session.fill().sentence

    assert body(document).startswith("{% if tong_diem %}2023{% endif %}")
    assert messages.STATEMENT_TAGS.format(names="{% if tong_diem %}; {% endif %}") in said


def test_a_table_without_a_model_row_is_named_and_left_alone(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "{{ nam }}", rows=(FULL_LOOP[0], FULL_LOOP[1], FULL_LOOP[3])))
    before = cells(document)

    said = session_for(document).fill().sentence

    assert said.endswith(messages.TABLES_WITHOUT_MODEL.format(names="bang_diem"))
    assert (cells(document), body(document).splitlines()[0]) == (before, "2023")


def test_a_condition_in_the_clerks_own_words_is_text(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "{{ uu_diem }}"))
    session = session_for(document)
    session.set_record(replace(RECORD, text={"uu_diem": ("{% set a = 1 %}",)}))

    assert session.fill().sentence == messages.FILLED.format(count=1)
    assert session.fill().sentence == messages.NOTHING_TO_FILL


def test_a_tag_in_a_content_control_of_word_is_filled_or_named(office, tmp_path, opened, session_for):
    document = opened(in_a_control(own(tmp_path / "a.docx", ["Tổng: ", "{{ tong_diem }}", " điểm."])))
    session = session_for(document)
    said = session.fill().sentence
    office.store(document, tmp_path / "b.docx")

    again = opened(tmp_path / "b.docx")

    named = said.endswith(messages.TAGS_IN_FIELDS.format(names="tong_diem"))
    assert body(again) == ("Tổng: {{ tong_diem }} điểm." if named else "Tổng: 93 điểm.")


def test_a_document_with_unknown_tags_alone_has_no_places(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "{{ xeploai }}"))
    session = session_for(document)
    document.setModified(False)

    said = session.fill().sentence

    assert said.startswith(messages.NO_PLACES)
    assert "xeploai (gần giống: xep_loai" in said
    assert not document.isModified()


def test_what_looks_like_a_tag_in_the_clerks_own_text_is_text(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "{{ uu_diem }}", rows=FULL_LOOP))
    session = session_for(document)
    session.set_fact("unit.name", "{{ nam }}")
    session.set_record(type(RECORD)(**{**vars(RECORD), "text": {"uu_diem": ("{{ xep_loai }} và {{ abc }}",)}}))
    session.set_score("1.a", "chín {{ nam }}")

    session.fill()

    assert session.fill().sentence == messages.NOTHING_TO_FILL
    assert body(document).startswith("{{ xep_loai }} và {{ abc }}")
    assert "chín {{ nam }}" in cells(document)


def test_looking_for_tags_takes_hardly_any_time(tmp_path, opened, session_for):
    """Over the pipe; inside the office it is less."""
    from vanthu_uno import places, typed_tags

    render(open_library(), "bao-cao-tu-danh-gia", RECORD, tmp_path / "a.docx")
    document = opened(tmp_path / "a.docx")
    listed = places.listed(document)
    times = []
    for _ in range(5):
        began = time.perf_counter()
        found = typed_tags.find(document, listed, {"tong_diem"}, set())
        times.append(time.perf_counter() - began)

    assert found == typed_tags.TypedTags({})
    assert min(times) < 0.02


@pytest.mark.parametrize("rows", [FULL_LOOP, LOOP], ids=["all columns", "two columns"])
def test_both_engines_give_the_same_document_from_an_own_template(tmp_path, rows, opened, session_for):
    template = own(tmp_path / "a.docx", ["Tổng: {{ tong", "_diem }} và {{ tong_diem }}"], "{{ uu_diem }}", rows=rows)

    for engine in ("docx", "writer"):
        render(open_library(), str(template), RECORD, tmp_path / (engine + ".docx"), engine)

    made = [docx.Document(str(tmp_path / (engine + ".docx"))) for engine in ("docx", "writer")]
    texts = [[paragraph.text for paragraph in document.paragraphs] for document in made]
    tables = [[[cell.text for cell in row.cells] for row in document.tables[0].rows] for document in made]
    assert texts[0] == texts[1]
    assert tables[0] == tables[1]
    assert texts[0][0] == "Tổng: 93 và 93"
    for engine in ("docx", "writer"):
        assert session_for(opened(tmp_path / (engine + ".docx"))).fill().sentence == messages.NOTHING_TO_FILL


@pytest.mark.parametrize("engine", ["docx", "writer"])
def test_both_engines_refuse_an_unknown_name(tmp_path, engine):
    template = own(tmp_path / "a.docx", "{{ tong_diemm }}")

    with pytest.raises(DataError, match=r"a\.docx: không có ô điền tong_diemm \(gần giống: tong_diem"):
        render(open_library(), str(template), RECORD, tmp_path / "ra.docx", engine)


@pytest.mark.parametrize(
    "paragraph", ["{% if tong_diem %}{{ nam }}{% endif %}", "{{ nam }} {% if tong_diem %}x{% endif %}"]
)
def test_writer_makes_no_document_that_would_show_tags(tmp_path, paragraph):
    template, target = own(tmp_path / "a.docx", paragraph), tmp_path / "ra.docx"

    with pytest.raises(DataError, match=r"^a\.docx: Writer không làm theo được thẻ điều kiện: {% if tong_diem %}; "):
        render(open_library(), str(template), RECORD, target, "writer")

    assert not target.exists()
    render(open_library(), str(template), RECORD, target, "docx")
    assert docx.Document(str(target)).paragraphs[0].text.startswith("2023")


def test_an_odt_is_a_template_and_its_document_is_filled_on_in_writer(tmp_path, office, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "Tổng: {{ tong_diem }}."))
    office.store(document, tmp_path / "phieu.odt")

    rendered = render(open_library(), str(tmp_path / "phieu.odt"), RECORD, tmp_path / "ra.docx")

    assert "xep_loai" in rendered.without
    made = opened(tmp_path / "ra.docx")
    session = session_for(made)
    assert session.fill().sentence == messages.NOTHING_TO_FILL
    session.set_score("1.a", "9")
    session.fill()
    assert body(made) == "Tổng: 92."


# marking


def select(document, words):
    wanted = document.createSearchDescriptor()
    wanted.SearchString = words
    document.CurrentController.select(document.findFirst(wanted))


def test_the_selected_words_become_a_place_that_is_filled(blank, session_for):
    blank.Text.setString("Tổng điểm: 85 điểm.")
    blank.UndoManager.clear()
    session = session_for(blank)
    select(blank, "85")

    assert session.mark("tong_diem") == "Đã đánh dấu ô Tổng điểm."

    assert bookmarks(blank) == {"tong_diem": "85"}
    assert blank.UndoManager.getAllUndoActionTitles() == (messages.UNDO_MARK,)
    assert session.fill().hand_edited == ()
    assert body(blank) == "Tổng điểm: 93 điểm."


def test_one_undo_takes_the_mark_away(blank, session_for):
    blank.Text.setString("85")
    select(blank, "85")
    session_for(blank).mark("tong_diem")

    blank.UndoManager.undo()

    assert (body(blank), bookmarks(blank)) == ("85", {})


def test_without_a_selection_a_tag_is_put_at_the_cursor(blank, session_for):
    blank.Text.setString("Năm ")
    blank.CurrentController.getViewCursor().gotoEnd(False)
    session = session_for(blank)

    session.mark("nam")

    assert (body(blank), bookmarks(blank)) == ("Năm {{ nam }}", {"nam": "{{ nam }}"})
    session.fill()
    assert body(blank) == "Năm 2023"


def test_a_name_that_is_used_gets_a_number(blank, session_for):
    blank.Text.setString("85 và 86")
    session = session_for(blank)
    for words in ("85", "86"):
        select(blank, words)
        session.mark("tong_diem")

    assert bookmarks(blank) == {"tong_diem": "85", "tong_diem__2": "86"}


def test_a_new_mark_replaces_the_one_that_stood_there(blank, session_for):
    blank.Text.setString("loại Tốt rồi")
    session = session_for(blank)
    for slot in ("tong_diem", "xep_loai"):
        select(blank, "Tốt")
        session.mark(slot)
    select(blank, "rồi")
    session.mark("nam")

    assert bookmarks(blank) == {"xep_loai": "Tốt", "nam": "rồi"}


def test_several_paragraphs_are_one_place(blank, session_for):
    blank.Text.setString("Đầu\nmột\nhai\nba\nCuối".replace("\n", "\r"))
    session = session_for(blank)
    cursor = blank.Text.createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoNextParagraph(False)
    for _ in range(2):
        cursor.gotoNextParagraph(True)
    cursor.gotoEndOfParagraph(True)
    blank.CurrentController.select(cursor)

    session.mark("kien_nghi")
    session.fill()

    assert body(blank) == "Đầu\n{}\nCuối".format("\n".join(RECORD.text["kien_nghi"]))


def select_from(document, begin, end):
    """From one letter of the text to another, counted with the ends of paragraphs."""
    cursor = document.Text.createTextCursor()
    cursor.gotoStart(False)
    cursor.goRight(begin, False)
    cursor.goRight(end - begin, True)
    document.CurrentController.select(cursor)


@pytest.mark.parametrize(
    ("begin", "end", "filled"),
    [
        (4, 8, "Đầu\n{}\nhai\nCuối"),
        (4, 12, "Đầu\n{}\nCuối"),
        (3, 7, "Đầu\n{}\nhai\nCuối"),
        (3, 8, "Đầu\n{}\nhai\nCuối"),
    ],
    ids=["to the next line", "two lines", "from the line before", "both"],
)
def test_the_end_of_a_line_that_is_selected_along_is_not_marked(blank, session_for, begin, end, filled):
    """As Shift+Down selects a line: to the very beginning of the paragraph below."""
    blank.Text.setString("Đầu\rmột\rhai\rCuối")
    session = session_for(blank)
    select_from(blank, begin, end)

    session.mark("kien_nghi")
    session.fill()

    assert body(blank) == filled.format("\n".join(RECORD.text["kien_nghi"]))


def test_an_empty_line_that_is_selected_gets_the_tag(blank, session_for):
    blank.Text.setString("Đầu\r\rCuối")
    session = session_for(blank)
    select_from(blank, 4, 5)

    session.mark("nam")

    assert body(blank) == "Đầu\n{{ nam }}\nCuối"


@pytest.fixture
def protected(blank):
    """A document whose second paragraph stands in a section of a protected section."""
    blank.Text.setString("Đầu\rmột\rCuối")
    for protected in (True, False):
        section = blank.createInstance("com.sun.star.text.TextSection")
        section.IsProtected = protected
        where = blank.Text.createTextCursor()
        where.gotoStart(False)
        where.goRight(4, False)
        where.goRight(3, True)
        blank.Text.insertTextContent(where, section, True)
    return blank


@pytest.mark.parametrize(("begin", "end"), [(4, 7), (5, 5), (5, 12), (0, 12)])
def test_what_is_protected_is_not_marked(protected, session_for, begin, end):
    select_from(protected, begin, end)
    before = body(protected)

    assert session_for(protected).mark("nam") == messages.PROTECTED_TEXT

    assert (body(protected), bookmarks(protected)) == (before, {})


def test_a_protected_cell_is_not_marked_and_what_stands_beside_may_be(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "Năm 2020", rows=(("Tổng", "85"), ("Loại", "Tốt"))))
    document.TextTables.getByIndex(0).getCellByName("B1").IsProtected = True
    session = session_for(document)

    select(document, "85")
    assert session.mark("tong_diem") == messages.PROTECTED_TEXT
    select(document, "2020")
    assert session.mark("nam") == messages.MARKED.format(label="Năm")


def test_words_in_a_cell_can_be_marked_and_several_cells_cannot(tmp_path, opened, session_for):
    document = opened(own(tmp_path / "a.docx", "x", rows=(("Tổng", "85"), ("Loại", "Tốt"))))
    session = session_for(document)
    table = document.TextTables.getByIndex(0)
    select(document, "85")
    session.mark("tong_diem")
    document.CurrentController.select(table.getCellRangeByName("A1:B2"))

    assert session.mark("nam") == messages.NOT_MARKABLE
    session.fill()
    assert cells(document) == ["Tổng", "93", "Loại", "Tốt"]


def test_a_marked_document_is_a_template_for_the_command_line(blank, office, session_for, tmp_path):
    blank.Text.setString("Tổng điểm: 85 điểm.")
    select(blank, "85")
    session_for(blank).mark("tong_diem")
    for ending in (".docx", ".odt"):
        office.store(blank, tmp_path / ("mau" + ending))
        for engine in ("docx", "writer"):
            target = tmp_path / "{}{}.docx".format(engine, ending[1:])

            render(open_library(), str(tmp_path / ("mau" + ending)), RECORD, target, engine)

            assert [paragraph.text for paragraph in docx.Document(str(target)).paragraphs] == ["Tổng điểm: 93 điểm."]


def test_a_filled_document_is_a_template_for_writer_though_no_row_of_its_table_has_tags(tmp_path):
    filled, again = tmp_path / "da-dien.docx", tmp_path / "lai.docx"
    render(open_library(), "bao-cao-tu-danh-gia", RECORD, filled)

    render(open_library(), str(filled), with_score(RECORD, "1.a", "9"), again, "writer")

    old, new = ([cell.text for cell in docx.Document(str(path)).tables[1].columns[3].cells] for path in (filled, again))
    assert [(was, now) for was, now in zip(old, new) if was != now] == [("30", "29"), ("10", "9"), ("93", "92")]


def test_an_office_that_ends_before_it_answers_has_done_its_work(blank, office, session_for, tmp_path, monkeypatch):
    from com.sun.star.lang import DisposedException

    from vanthu_uno import worker
    from vanthu_uno.opening import desktop_of

    class Ending:
        def __getattr__(self, name):
            return getattr(desktop_of(office.context), name)

        def terminate(self):
            raise DisposedException("Binary URP bridge disposed during call", None)

    monkeypatch.setattr(worker, "_desktop", lambda pipe: Ending())
    blank.Text.setString("Tổng điểm: {{ tong_diem }} điểm.")
    office.store(blank, tmp_path / "mau.docx")
    target = tmp_path / "xong.docx"

    assert worker.main(["", str(tmp_path / "mau.docx"), str(EXAMPLE), str(target), "MS Word 2007 XML"]) == 0

    assert [paragraph.text for paragraph in docx.Document(str(target)).paragraphs] == ["Tổng điểm: 93 điểm."]


def test_the_list_offers_every_text_by_its_label_and_no_table(blank, session_for):
    slots = session_for(blank).markable()

    labels = [messages.place_label(slot) for slot in slots]
    assert {"tong_diem", "xep_loai", "uu_diem"} <= set(slots)
    assert "bang_diem" not in slots
    assert labels[0] < labels[-1]


def test_a_read_only_document_is_not_marked(tmp_path, office, session_for):
    document = office.open(own(tmp_path / "a.docx", "x"), read_only=True)
    try:
        assert session_for(document).mark("nam") == messages.READ_ONLY
    finally:
        office.close(document)


# where templates lie


def test_the_template_of_the_organisation_wins(tmp_path, office, monkeypatch):
    from vanthu_uno.shipped import template_of

    own(tmp_path / "bao-cao-tu-danh-gia.docx", "x")
    monkeypatch.setenv("VANTHU_TEMPLATES", str(tmp_path))

    assert template_of("bao-cao-tu-danh-gia") == tmp_path / "bao-cao-tu-danh-gia.docx"
