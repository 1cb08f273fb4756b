"""What a clerk typed into the document itself, held against what the sidebar holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from core.factories import FULL_MARKS, a_record, an_example, the_library

from vanthu import messages
from vanthu.compose import compose
from vanthu.plan import first_written, plan
from vanthu.read_back import ReadBack, mended, read_back, read_memory, read_record, read_sentence
from vanthu.record import Signer, Unit, with_evidence, with_score
from vanthu.score_places import is_score_place, score_slots
from vanthu.shown_answers import ShownAnswer
from vanthu.slots import Paragraphs, Row, Table, Text

LIBRARY = the_library()
ROWS = [line.id for line in LIBRARY.form("dvht-2020").criteria]
UNIT = Unit(parent="UBND HUYỆN KON RẪY", name="Phòng Nội vụ", short="PNV", place="Kon Rẫy")
LEVELS = replace(a_record({}, unit=UNIT), form="dvht-2023", kind="bao-cao-don-vi-hoc-tap", unit_type="mam-non")
KIND = LIBRARY.kind("bao-cao-tu-danh-gia")


def composed(record):
    assessment = LIBRARY.assess(record)
    return assessment, compose(LIBRARY.kind(record.kind), record, assessment, LIBRARY.paper)


class Paper:
    """A document that was filled from a record; a clerk types into it."""

    def __init__(self, record):
        self.record = record
        wanted = composed(record)[1]
        self.standing = {name: slot for name, slot in wanted.items() if not is_score_place(name)}
        self.written = first_written(self.standing)

    def type(self, line, text, table="bang_diem", column="diem"):
        """Type into the cell of a line."""
        rows = list(self.standing[table].rows)
        number = [one.id for one in LIBRARY.assess(self.record).form.criteria].index(line)
        cells = list(rows[number].cells)
        cells[self.standing[table].columns.index(column)] = text
        rows[number] = replace(rows[number], cells=tuple(cells))
        self.standing[table] = replace(self.standing[table], rows=tuple(rows))
        return self

    def write(self, slot, text):
        self.standing[slot] = Paragraphs(tuple(text)) if isinstance(text, tuple) else Text(text)
        return self

    def found(self, record=None):
        record = self.record if record is None else record
        return read_back(LIBRARY.kind(record.kind), record, composed, self.standing, self.written)

    def read(self, chosen=None, record=None):
        found = self.found(record)
        chosen = found.proposed() if chosen is None else chosen
        return read_record(found, chosen, composed, self.written)

    def filled_after(self, chosen=None):
        """What a fill does once it was read."""
        found = self.found()
        chosen = found.proposed() if chosen is None else chosen
        record = read_record(found, chosen, composed, self.written)
        memory = read_memory(found, chosen, record, composed, self.written)
        return plan(composed(record)[1], self.standing, memory, overwrite=found.given_up(chosen))


def words(lines):
    return [line.words() for line in lines]


def test_a_score_typed_where_the_record_has_none_is_taken():
    paper = Paper(a_record({}, unit=UNIT)).type("1.a", "10").type("3.b", " 8,50 ")

    found = paper.found()

    assert (words(found.differing), len(found.fresh)) == ([], 2)
    assert dict(paper.read().typed) == {"1.a": "10", "3.b": "8,50"}


def test_a_document_that_nobody_typed_in_has_nothing_to_read():
    found = Paper(a_record(unit=UNIT)).found()

    assert (found.fresh, found.differing, found.unread, found.shows) == ((), (), (), True)
    assert {line.line for line in found.agreed} == set(FULL_MARKS)


def test_where_the_record_says_otherwise_the_clerk_chooses_line_by_line():
    paper = Paper(a_record(unit=UNIT)).type("1.a", "9").type("1.b", "8")

    found = paper.found()
    places = [line.place for line in found.differing]

    assert words(found.differing) == ["[ ] Mục 1.a: 10 | 9", "[ ] Mục 1.b: 10 | 8"]
    assert found.differing[0].words(taken=True).startswith("[x] ")
    assert found.proposed() == set(places)
    assert found.sentence() == messages.READ_DIFFERS.format(count=2)
    read = dict(paper.read(places[:1]).typed)
    assert (read["1.a"], read["1.b"]) == ("9", "10")
    assert found.given_up(places[:1]) == (places[1],)


def test_the_totals_follow_and_what_does_not_count_is_written_over():
    paper = Paper(a_record(unit=UNIT)).type("1.a", "9").type("1.b", "8")
    places = [line.place for line in paper.found().differing]

    todo = paper.filled_after(places[:1])

    assert todo.hand_edited == ()
    changed = {change.place: (change.old, change.new) for change in todo.changes}
    assert changed[places[1]] == ("8", "10")
    assert changed["tong_diem"] == ("100", "99")
    assert places[0] not in changed


def test_a_score_that_cannot_be_used_is_taken_as_it_was_typed():
    paper = Paper(a_record({}, unit=UNIT)).type("1.a", "11").type("1.b", "abc")

    record = paper.read()

    assert dict(record.typed) == {"1.a": "11", "1.b": "abc"}
    assert len([one for one in LIBRARY.assess(record).findings if one.typed in ("11", "abc")]) == 2


def test_where_the_sidebar_is_newer_than_the_document_nothing_is_read():
    paper = Paper(a_record(unit=UNIT))

    found = paper.found(with_score(with_score(paper.record, "1.a", "7"), "1.b", ""))

    assert (found.fresh, found.differing) == ((), ())


def test_an_older_text_of_ours_is_shown_and_left_unless_the_clerk_wants_it():
    paper = Paper(a_record(unit=UNIT))
    newer = with_score(paper.record, "1.a", "7")
    paper.written = plan(composed(newer)[1], paper.standing, paper.written).written  # filled, and taken back

    found = paper.found(newer)

    assert words(found.differing) == ["[ ] Mục 1.a: 7 | 10"]
    assert found.proposed() == frozenset()


def test_a_score_taken_out_of_the_document_is_shown_but_stays():
    paper = Paper(a_record(unit=UNIT)).type("1.a", "").type("1.b", "…").type("1.c", "{{ dong.diem }}")

    found = paper.found()

    assert words(found.differing) == ["[ ] Mục 1.a: 10 | (trống)"]
    assert found.proposed() == frozenset()
    assert "1.a" not in dict(paper.read([found.differing[0].place]).typed)


def test_a_blank_cell_that_never_showed_a_score_says_nothing():
    paper = Paper(a_record({}, unit=UNIT))
    paper.written = {}

    assert paper.found(a_record(unit=UNIT)).differing == ()


def test_the_same_score_written_otherwise_agrees_and_counts_as_ours():
    paper = Paper(a_record(unit=UNIT)).type("1.a", "10,0").type("1.b", "9")

    assert words(paper.found().differing) == ["[ ] Mục 1.b: 10 | 9"]
    assert paper.filled_after().hand_edited == ()


def test_a_word_beside_a_score_is_no_part_of_it():
    paper = Paper(a_record(unit=UNIT)).type("1.a", "10đ").type("1.b", "9/10").type("3", "38 điểm")

    assert words(paper.found().differing) == ["[ ] Mục 1.b: 10 | 9"]
    assert dict(paper.read().stated) == {"3": "38"}


def test_a_sum_typed_by_hand_is_stated_and_found_out():
    paper = Paper(a_record(unit=UNIT)).type("3", "38").write("tong_diem", "98").write("xep_loai", "Khá")

    record = paper.read()

    assert dict(record.stated) == {"3": "38", "total": "98", "rating": "Khá"}
    codes = {finding.code.value for finding in LIBRARY.assess(record).findings}
    assert codes == {"group_sum_differs", "total_differs", "rating_differs"}
    assert len(paper.filled_after().hand_edited) == 3


def test_a_sum_typed_rightly_or_not_brought_up_to_date_yet_states_nothing():
    paper = Paper(a_record({}, unit=UNIT)).type("3", "40").write("tong_diem", "100")
    for line, score in FULL_MARKS.items():
        paper.type(line, score)

    assert paper.read().stated == ()
    todo = paper.filled_after()
    assert todo.hand_edited == ()
    assert "tong_diem" not in [change.place for change in todo.changes]


def test_what_was_stated_is_kept_while_it_stands_and_forgotten_once_it_is_mended():
    stated = (("3", "38"), ("total", "98"))
    paper = Paper(a_record(unit=UNIT, stated=stated)).type("3", "38")
    paper.written = {**paper.written, **first_written({"bang_diem": paper.standing["bang_diem"]})}

    assert dict(paper.read().stated) == {"3": "38"}
    paper.type("3", "40")
    assert paper.read().stated == ()


def test_a_fill_over_what_was_stated_makes_it_stated_no_more():
    record = a_record(unit=UNIT, stated=(("3.", "38,0"), ("total", "98")))
    paper = Paper(record).type("3", "38").write("tong_diem", "98")

    def left():
        return mended(record, paper.found().sums, composed(record)[0]).stated

    assert left() == record.stated
    paper.type("3", "389")
    assert left() == record.stated, "wrong in another way is no better"
    paper.type("3", "40")
    assert left() == (("total", "98"),)


def test_parts_are_read_and_their_sum_is_held_against_them():
    paper = Paper(a_record({}, unit=UNIT)).type("3.a", "25")
    assert dict(paper.read().typed) == {"3.a": "25"}

    for number in range(1, 9):
        paper.type("3.a.{}".format(number), "3")

    record = paper.read()
    assert ("3.a" in dict(record.typed), len(record.typed)) == (False, 8)
    assert dict(record.stated) == {"3.a": "25"}


def test_bound_places_are_read_like_cells_and_the_first_of_two_counts():
    record = a_record(unit=UNIT)
    standing = {**score_slots(LIBRARY.assess(record)), "khac": Text("9")}
    paper = Paper(record)
    paper.written, paper.standing = first_written(standing), dict(standing)
    paper.write("diem_1_a", "7").write("diem_1_a__2", "7").write("diem_1_a__3", "6").write("diem_3", "38")

    found = paper.found()

    assert words(found.differing) == ["[ ] Mục 1.a: 10 | 7"]
    assert [line.place for line in found.agreed if line.line == "1.a"] == ["diem_1_a__2"]
    assert dict(paper.read().stated) == {"3": "38"}


@pytest.mark.parametrize("at", [3, 4])
def test_a_table_with_a_row_and_a_column_of_the_clerk_is_read(at):
    """Whether her column stands before or behind that of the scores."""
    paper = Paper(a_record({}, unit=UNIT)).type("1.a", "9").type("3.b", "8")
    rows = [Row("", (*row.cells[:at], "x" * (at == 4), *row.cells[at:])) for row in paper.standing["bang_diem"].rows]
    rows.insert(5, Row("", ("", "Ghi chú của đơn vị", "", "", "")))
    rows.append(Row("", ("", "một dòng đã gộp ô")))
    paper.standing["bang_diem"] = Table((), tuple(rows))

    found = paper.found()

    assert (found.unread, dict(paper.read().typed)) == ((), {"1.a": "9", "3.b": "8"})
    assert [line.place for line in found.fresh] == [
        "bang_diem/{}/{}".format(place, 4 if at == 3 else 3) for place in (1, ROWS.index("3.b") + 1)
    ]


def test_a_row_whose_cells_were_merged_is_left():
    paper = Paper(a_record({}, unit=UNIT)).type("1.a", "9").type("3.b", "8")
    rows = list(paper.standing["bang_diem"].rows)
    rows[1] = Row("", ("\n".join(rows[1].cells),))
    paper.standing["bang_diem"] = Table((), tuple(rows))

    assert dict(paper.read().typed) == {"3.b": "8"}


def test_a_table_without_the_column_of_scores_has_none_to_read():
    paper = Paper(a_record(unit=UNIT))
    rows = [Row("", row.cells[:3]) for row in paper.standing["bang_diem"].rows]
    paper.standing["bang_diem"] = Table((), tuple(rows))

    found = paper.found()

    assert (found.agreed, found.unread) == ((), ())


def test_a_table_that_cannot_be_recognised_is_named():
    paper = Paper(a_record(unit=UNIT))
    rows = [Row("", ("khác", "hẳn", "bảng", "này")) for _ in range(5)]
    paper.standing["bang_diem"] = Table((), tuple(rows))

    assert paper.found().unread == ("bang_diem",)


def test_a_template_that_was_never_filled_has_nothing_to_read():
    paper = Paper(a_record(unit=UNIT))
    paper.standing["bang_diem"] = Table((), (Row("", ("{%tr for dong in bang_diem %}", "", "", "")),))

    assert (paper.found().agreed, paper.found().unread) == ((), ())


def test_answers_and_proofs_of_a_level_table_are_read():
    paper = Paper(replace(LEVELS, kind="ban-tong-hop-ket-qua"))
    table = next(name for name in paper.standing if name.startswith("bang_tong_hop"))
    paper.type("1.1", "Đạt", table, "ket_qua").type("2.1", "19/20 = 95%", table, "ket_qua")
    paper.type("1.1", "Kế hoạch số 5\n\nBiên bản", table, "minh_chung").type("1", "đạt", table, "ket_qua")

    record = paper.read()

    assert dict(record.typed) == {"1.1": "Đạt", "2.1": "19/20"}
    assert record.evidence == {"1.1": ("Kế hoạch số 5", "Biên bản")}


def test_a_level_table_with_a_column_of_the_clerk_is_read():
    paper = Paper(LEVELS).type("1.1", "đạt", "bang_muc_do", "ket_qua").type("2.1", "19/20", "bang_muc_do", "ket_qua")
    rows = [Row("", (*row.cells[:2], "", *row.cells[2:])) for row in paper.standing["bang_muc_do"].rows]
    paper.standing["bang_muc_do"] = Table((), tuple(rows))

    assert dict(paper.read().typed) == {"1.1": "đạt", "2.1": "19/20"}


def test_a_table_of_something_else_is_not_read():
    paper = Paper(replace(LEVELS, kind="ke-hoach-tu-danh-gia", assigned={"1.1": ("Tổ văn phòng",)}))
    paper.standing["bang_phan_cong"] = Table((), (Row("", ("1", "Tổ khác", "1.1", "việc")),))

    assert paper.read() == paper.record


def test_other_proofs_than_those_of_the_record_are_a_choice():
    record = with_evidence(replace(LEVELS, kind="ban-tong-hop-ket-qua"), "1.1", ("Kế hoạch số 5",))
    paper = Paper(record)
    table = next(name for name in paper.standing if name.startswith("bang_tong_hop"))
    paper.type("1.1", "Kế hoạch số 6", table, "minh_chung")

    assert words(paper.found().differing) == ["[ ] Minh chứng mục 1.1: Kế hoạch số 5 | Kế hoạch số 6"]


def test_a_wrong_result_of_a_level_form_is_stated():
    paper = Paper(LEVELS).write("xep_loai", "Mức độ 2")

    assert dict(paper.read().stated) == {"rating": "Mức độ 2"}


def test_words_number_date_and_signer_are_read_and_the_document_stays_as_it_is():
    record = a_record({}, unit=UNIT)
    paper = Paper(record).write("uu_diem", ("Có kế hoạch.", "Có quy chế.")).write("ton_tai", "Ít sách.")
    paper.write("ten_nguoi_ky", "Nguyễn Văn A").write("so_ky_hieu", "Số: 12/BC-PNV")
    paper.write("dia_danh_thoi_gian", "Kon Rẫy, ngày\u00a0 05 tháng 12 năm 2023").write("dia_chi", "Thôn 9")

    read = paper.read()

    assert read.text == {"uu_diem": ("Có kế hoạch.", "Có quy chế."), "ton_tai": ("Ít sách.",)}
    assert (read.signer.name, read.document.number, read.document.date) == ("Nguyễn Văn A", "12", "2023-12-05")
    assert read.unit.address == "Thôn 9"
    assert {"Địa chỉ", "Số, ký hiệu"} < {line.label() for line in paper.found().fresh}
    assert paper.filled_after().hand_edited == ()


def test_a_name_that_the_sidebar_shows_is_asked_for_and_words_are_simply_newer():
    record = a_record({}, unit=UNIT, signer=Signer(name="Trần B"), text={"uu_diem": ("Cũ.",)})
    paper = Paper(record).write("ten_don_vi", "Phòng Nội vụ Đăk Hà").write("ten_nguoi_ky", "Lê C")
    paper.write("uu_diem", "Mới.").write("co_quan_chu_quan", "UBND HUYỆN ĐĂK HÀ")

    found = paper.found()

    assert sorted(words(found.differing)) == [
        "[ ] Cơ quan chủ quản: UBND HUYỆN KON RẪY | UBND HUYỆN ĐĂK HÀ",
        "[ ] Tên đơn vị: Phòng Nội vụ | Phòng Nội vụ Đăk Hà",
    ]
    assert sorted(line.line for line in found.fresh) == ["ten_nguoi_ky", "uu_diem"]
    assert found.sentence().endswith(messages.READ_FRESH.format(count=2))


NOWHERE = replace(UNIT, place="", short="")


@pytest.mark.parametrize(
    ("slot", "text", "facts"),
    [
        ("dia_danh_thoi_gian", "Kon Ray, ngày 05 tháng 12 năm 2026", ("Kon Ray", "", "", "2026-12-05")),
        ("dia_danh_thoi_gian", "…, ngày 05 tháng 12 năm 2026", ("", "", "", "2026-12-05")),
        ("dia_danh_thoi_gian", "Kon Ray, ngày      tháng     năm ", ("Kon Ray", "", "", "")),
        ("so_ky_hieu", "Số: 12/BC-ABC", ("", "ABC", "12", "")),
        ("so_ky_hieu", "Số: 12/BC-…", ("", "", "12", "")),
        ("so_ky_hieu", "Số:      /BC-A-B", ("", "A-B", "", "")),
    ],
)
def test_place_and_abbreviation_are_read_where_the_record_has_none(slot, text, facts):
    paper = Paper(a_record({}, unit=NOWHERE)).write(slot, text)

    record = paper.read()

    assert (record.unit.place, record.unit.short, record.document.number, record.document.date) == facts
    assert (paper.found().differing, paper.filled_after().hand_edited) == ((), ())


@pytest.mark.parametrize(
    ("slot", "text", "facts"),
    [
        ("dia_danh_thoi_gian", "Đăk Hà, ngày 05 tháng 12 năm 2026", ("Đăk Hà", "PNV", "", "2026-12-05")),
        ("so_ky_hieu", "Số: 12/BC-SỞ", ("Kon Rẫy", "SỞ", "12", "")),
    ],
)
def test_another_place_or_abbreviation_than_that_of_the_record_is_asked_for(slot, text, facts):
    paper = Paper(a_record({}, unit=UNIT)).write(slot, text)
    found = paper.found()

    record = paper.read()

    assert (found.fresh, [line.line for line in found.differing]) == ((), [slot])
    assert (record.unit.place, record.unit.short, record.document.number, record.document.date) == facts
    assert (paper.filled_after().hand_edited, paper.read(()), paper.filled_after(()).hand_edited) == (
        (),
        paper.record,
        (),
    )


@pytest.mark.parametrize(
    ("short", "field", "symbol", "read"),
    [
        ("", "", "ABC-VX", ("ABC", "VX")),
        ("", "VX", "ABC-VX", ("ABC", "VX")),
        ("ABC", "", "ABC-VX", ("ABC", "VX")),
        ("", "", "ABC-…", ("ABC", "")),
        ("", "", "…-VX", ("", "VX")),
        ("", "", "ABC", ("", "")),
    ],
)
def test_the_symbol_of_a_letter_has_a_field_too(short, field, symbol, read):
    record = a_record({}, unit=replace(UNIT, short=short), kind="cong-van")
    record = replace(record, document=replace(record.document, field=field))

    found = Paper(record).write("so_ky_hieu", "Số: 12/" + symbol).read()

    assert (found.unit.short, found.document.field) == read


def test_words_that_were_changed_on_both_sides_are_a_choice():
    record = a_record({}, unit=UNIT, text={"uu_diem": ("Cũ.",)})
    paper = Paper(record).write("uu_diem", "Trong văn bản.")

    assert words(paper.found(replace(record, text={"uu_diem": ("Ở nơi khác.",)})).differing) == [
        "[ ] Ưu điểm: Ở nơi khác. | Trong văn bản."
    ]


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        ("mo_dau", "Thực hiện kế hoạch năm 2023;"),  # facts were put into it
        ("trich_yeu", "Tự đánh giá năm 2023"),
        ("dia_danh_thoi_gian", "Kon Rẫy, ngày 31 tháng 02 năm 2023"),
        ("dia_danh_thoi_gian", "Kon Rẫy, ngày 31 tháng 12 năm 9999"),
        ("dia_danh_thoi_gian", "Kon Rẫy, cuối năm 2023"),
        ("so_ky_hieu", "Số: 12/TB-PNV"),
        ("dia_danh_thoi_gian", "Kon Rẫy, ngày      tháng 12 năm 2023"),
        ("so_ky_hieu", "Công văn 12"),
        ("ten_co_quan_chu_quan", ""),
        ("uu_diem", "…"),
        ("co_quan_ban_hanh", "PHÒNG NỘI VỤ ĐĂK HÀ"),
    ],
)
def test_what_cannot_be_read_back_exactly_is_left(slot, text):
    paper = Paper(a_record({}, unit=UNIT)).write(slot, text)

    assert paper.read() == paper.record


def test_a_letterhead_in_capitals_says_less_than_the_record():
    paper = Paper(an_example("001"))
    paper.record = replace(paper.record, stated=())
    paper.write("co_quan_chu_quan", "UBND TỈNH")

    assert paper.read().unit == paper.record.unit


def test_marks_for_numbers_and_lists_are_not_read_from_the_page():
    record = a_record({}, unit=UNIT, text={"uu_diem": ("# Về nhận thức", "Tốt.")})
    paper = Paper(record).write("uu_diem", ("1. Về nhận thức", "Rất tốt."))

    assert paper.read() == record


def test_an_older_wording_of_ours_is_not_read():
    record = a_record({}, unit=UNIT, text={"uu_diem": ("Cũ.",)})
    paper = Paper(record)
    newer = replace(record, text={"uu_diem": ("Mới.",)})
    paper.written = plan(composed(newer)[1], paper.standing, paper.written).written

    assert paper.found(newer).differing == ()


def test_places_that_cannot_be_read_are_left_out():
    paper = Paper(a_record({"1.a": "10"}, unit=UNIT)).type("1.a", "9").type("1.b", "8")
    found = paper.found()

    left = found.without([found.fresh[0].place, found.differing[0].place])

    assert (left.fresh, left.differing, left.agreed) == ((), (), found.agreed)


def test_what_was_done_is_said_in_counts():
    paper = Paper(a_record({"1.a": "10", "1.c": "9"}, unit=UNIT)).type("1.a", "9").type("1.b", "8").type("1.c", "7")
    found = paper.found()
    chosen = [found.differing[0].place]
    after = read_record(found, chosen, composed, paper.written)

    assert read_sentence(found, paper.record, after, chosen) == (
        messages.READ.format(count=2) + " " + messages.READ_KEPT.format(count=1)
    )
    assert read_sentence(ReadBack(KIND, paper.record), paper.record, paper.record, ()) == messages.READ_NOTHING
    assert read_sentence(ReadBack(KIND, paper.record, unread=("bang_diem",)), paper.record, paper.record, ()).endswith(
        messages.READ_NOT_POSSIBLE.format(places="Bảng điểm")
    )


def test_what_the_document_has_no_place_for_stays_as_it_was_stated():
    record = a_record(stated=(("total", "98"),))
    assessment = composed(record)[0]

    assert mended(record, (ShownAnswer("a", "a", "answer", "3", "40"),), assessment).stated == record.stated
    assert mended(record, (ShownAnswer("a", "a", "evidence", "total", "100"),), assessment).stated == record.stated


def test_rows_that_the_clerk_has_reordered_are_read_by_their_words():
    paper = Paper(a_record(unit=UNIT))
    rows = list(paper.standing["bang_diem"].rows)
    first, second = ROWS.index("2.a"), ROWS.index("2.b")
    rows[first], rows[second] = rows[second], rows[first]
    paper.standing["bang_diem"] = replace(paper.standing["bang_diem"], rows=tuple(rows))

    found = paper.found()

    assert (found.fresh, found.differing, found.unread) == ((), (), ())


def test_a_table_whose_place_went_is_named():
    paper = Paper(a_record(unit=UNIT)).type("1.a", "6")
    del paper.standing["bang_diem"]

    found = paper.found()

    assert (found.unread, found.differing) == (("bang_diem",), ())
    assert read_sentence(found, paper.record, paper.record, ()).startswith(messages.READ_NOTHING)
    assert "Chưa đọc được Bảng điểm" in read_sentence(found, paper.record, paper.record, ())
