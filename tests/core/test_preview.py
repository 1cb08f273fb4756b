"""What a clerk reads before a fill."""

from __future__ import annotations

from decimal import Decimal

from vanthu import messages
from vanthu.plan import first_written, plan
from vanthu.preview import preview_of
from vanthu.slots import Row, Rule, Table, Text

WANTED = {"tong_diem": Text("93"), "xep_loai": Text("Tốt"), "nam": Text("2023")}
WRITTEN = first_written({"tong_diem": Text("90"), "xep_loai": Text("Khá"), "uu_diem": Text("…")})
STANDING = {"tong_diem": Text("90"), "xep_loai": Text("Rất\ntốt"), "nam": Text(" ")}


def test_every_change_is_told_with_what_stands_there_and_what_will():
    preview = preview_of(plan(WANTED, STANDING, WRITTEN))

    assert [line.words() for line in preview.lines] == [
        "[ ] Xếp loại (sửa tay): Rất tốt → Tốt",
        "Tổng điểm: 90 → 93",
        "Năm: (trống) → 2023",
    ]
    assert preview.lines[0].words(overwrite=True).startswith("[x] ")
    assert preview.lost == ("Ưu điểm",)


def test_the_sentence_counts_what_a_press_will_do():
    preview = preview_of(plan(WANTED, STANDING, WRITTEN))

    assert preview.sentence() == (
        "Sẽ điền 2 chỗ. 1 chỗ đã sửa tay được giữ nguyên; chọn “Ghi đè chỗ này” ở chỗ nào muốn thay. "
        "Không còn chỗ cho: Ưu điểm."
    )
    assert preview.sentence(["xep_loai"]) == "Sẽ điền 3 chỗ. Không còn chỗ cho: Ưu điểm."


def test_only_what_the_clerk_gives_up_is_written_over():
    standing = {"tong_diem": Text("chín mươi"), "tong_diem__2": Text("hơn 90"), "xep_loai": Text("Tốt")}

    done = plan(WANTED, standing, WRITTEN, overwrite=["tong_diem__2"])

    assert done.write == {"tong_diem__2": Text("93")}
    assert done.hand_edited == ("tong_diem",)


def test_there_is_nothing_to_do_without_the_clerks_word():
    preview = preview_of(plan({"tong_diem": Text("93")}, {"tong_diem": Text("92")}, {}))

    assert (preview.writes(), preview.writes(["tong_diem"])) == (False, True)
    assert preview.sentence().startswith(messages.NOTHING_WRITTEN)


def test_a_rule_alone_is_something_to_do_but_nothing_to_read():
    preview = preview_of(plan({"ke_co_quan": Rule(Decimal(5))}, {"ke_co_quan": Rule(Decimal(9))}, {}))

    assert (preview.lines, preview.writes(), preview.sentence()) == ((), True, messages.PREVIEW_RULES)


def test_a_table_without_its_model_row_is_named():
    raw = Table((), (Row("", ("{%tr for dong in bang_diem %}",)),))

    preview = preview_of(plan({"bang_diem": Table(("a",), (Row("", ("1",)),))}, {"bang_diem": raw}, {}))

    named = messages.TABLES_UNMADE.format(places="Bảng điểm")
    assert (preview.writes(), preview.sentence()) == (False, messages.NOTHING_WRITTEN + " " + named)


def test_a_table_that_is_still_the_templates_shows_its_rows():
    raw = Table((), (Row("", ("{%tr for dong in bang_diem %}", "")), Row("", ("{{ dong.ky_hieu }}", ""))))
    wanted = Table(("ky_hieu", "diem"), (Row("nhom", ("1", "30")), Row("tieu_chi", ("a", "10"))))

    [line] = preview_of(plan({"bang_diem": wanted}, {"bang_diem": raw}, {})).lines

    assert (line.label, line.new) == ("Bảng điểm", "1 | 30\na | 10")
    assert line.words().endswith("→ 1 | 30 a | 10")


def test_a_long_text_is_cut_in_the_list_and_whole_in_the_line():
    long = "Học tập suốt đời " * 9

    [line] = preview_of(plan({"uu_diem": Text(long)}, {"uu_diem": Text("")}, {})).lines

    assert line.words().endswith("…")
    assert line.new == long
