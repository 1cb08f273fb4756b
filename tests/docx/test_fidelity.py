"""The example records give the real documents again, line for line; every difference has its reason."""

from __future__ import annotations

import pytest
from fidelity import EXAMPLES, KINDS, REQUIRED, SEEDS, SUFFIX, corrected, corrections_from, measured, seed_names

from vanthu.data_error import DataError
from vanthu.library import load_library
from vanthu_docx import house

MADE = [name for name in seed_names() if (EXAMPLES / f"{name}.toml").exists()]
# Lines of the real document that stand unchanged, in tenths of a percent. The rest are mistakes; it may only grow.
UNCHANGED = {"000": 950, "001": 683, "002": 671, "003-ke-hoach": 741, "003-to-trinh": 625, "004": 684}
# Errors that anybody would see in the seeds: none may come back.
KNOWN_ERRORS = {
    "001": (
        "98",
        "Trung tâm",
        "Phòng GD&ĐT có kế hoạch",
        "thường xuyên năm 2023 với",
        "suốt đời năm 2023",
        "PHÓTRƯỞNG",
    ),
    "002": ("Trương tiểu học", "thi trấn", "KH đảm nhiệm", "CT Hội KH tham mưu", "Hội khuyến học", "(Xóm)"),
    "003-ke-hoach": ("thi điểm",),
    "004": ("24/2024/TT-BGDĐT", "xếp loại đơn vị", "xác mịnh", "lưu giử", "Bộ Trưởng", "_GoBack"),
}


@pytest.fixture(scope="module")
def measure():
    known = {}
    return lambda name: known[name] if name in known else known.setdefault(name, measured(name))


def a_correction(**changed):
    return {"seed": ["b"], "text": ["B"], "kind": "viet-hoa", "reason": "Chính tả: phải viết hoa.", **changed}


def made_from(*entries):
    return corrections_from({"schema": 1, "correction": list(entries)}, "x.corrections.toml")


def test_every_seed_has_its_record():
    assert seed_names() == MADE


@pytest.mark.parametrize("name", MADE)
def test_the_document_is_the_real_one_but_for_the_corrections(name, measure):
    found = measure(name)

    assert found.difference == "", "\n" + found.difference
    assert found.explained >= REQUIRED * 10


@pytest.mark.parametrize("name", MADE)
def test_no_line_of_a_real_document_is_given_up_that_was_kept_before(name, measure):
    assert measure(name).raw >= UNCHANGED[name]


@pytest.mark.parametrize("name", MADE)
def test_every_line_that_is_not_on_the_list_stands_as_it_was(name, measure):
    found = measure(name)

    assert found.raw == (len(found.seed) - sum(found.by_kind.values())) * 1000 // len(found.seed)


def test_the_lines_on_a_list_are_counted_by_kind_of_mistake(measure):
    found = measure("003-ke-hoach")

    assert found.by_kind == {"chinh-ta": 7, "the-thuc": 6, "ngat-trang": 2}
    assert found.added == 4


@pytest.mark.parametrize("name", [name for name in MADE if name in KNOWN_ERRORS])
def test_no_known_error_of_a_real_document_comes_back(name, measure):
    found = measure(name)

    produced = "\n".join(found.produced)
    assert [error for error in KNOWN_ERRORS[name] if error in produced] == []
    assert [error for error in KNOWN_ERRORS[name] if error not in "\n".join(found.seed)] == []


def test_letterhead_and_signature_are_read_cell_by_cell_and_a_table_row_by_row(measure):
    produced = measure("001").produced

    assert produced[4:7] == ("Độc lập - Tự do - Hạnh phúc", "Số: /BC-PGDĐT", "Kon Rẫy, ngày tháng 12 năm 2023")
    assert "c Góp phần tạo lập môi trường chia sẻ tri thức với các đơn vị khác. 5 3" in produced
    assert produced[-4:] == ("- Lưu: VT.", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "Nguyễn Thị Bích Phượng")


def test_every_list_of_corrections_stands_beside_a_record_and_a_seed():
    names = {path.name[: -len(SUFFIX)] for path in EXAMPLES.glob("*" + SUFFIX)}

    assert names <= set(MADE)


def test_corrections_are_no_rules_to_the_library():
    library = load_library(house.folder("forms"))

    assert "001" not in {form.id for form in library.forms} | {kind.id for kind in library.kinds}


def test_every_kind_of_correction_is_explained_to_people():
    text = (house.folder("forms") / "README.md").read_text(encoding="utf-8")

    assert [kind for kind in KINDS if f"`{kind}`" not in text] == []
    assert (SEEDS / "README.md").exists()


def test_corrections_are_made_once_and_in_order():
    added = a_correction(seed=[], text=["giữa"], after="c")
    left_out = a_correction(seed=["b"], text=[], kind="ngat-trang", after="d")

    lines = corrected(("a", "b", "c", "d", "b"), made_from(a_correction(), added, left_out))

    assert lines == ("a", "B", "c", "giữa", "d")


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([a_correction(seed=["z"])], "không thấy “z”"),
        ([a_correction(), a_correction()], "correction 2: không thấy “b”"),
        ([a_correction(seed=["c"], text=["C"]), a_correction()], "theo thứ tự"),
        ([a_correction(after="c")], "ngay sau dòng “c”"),
        ([a_correction(seed=[], after="z")], "không thấy “chỗ thêm” ngay sau dòng “z”"),
        ([a_correction(text=["**b** "])], "giống nhau"),
        ([a_correction(seed=["b", "c"], text=["b", "C"])], "dòng đầu"),
        ([a_correction(seed=[], text=[])], "không có gì để sửa"),
        ([a_correction(reason="")], "lý do phải là một câu"),
        ([a_correction(reason="sai")], "lý do phải là một câu"),
        ([a_correction(reason="Viết thế này đẹp hơn.")], "bắt đầu bằng chỗ dựa"),
        ([a_correction(kind="linh-tinh")], "linh-tinh"),
        ([a_correction(seed=list("abcd"), text=[])], "một lỗi không quá 3 dòng"),
        ([a_correction(text=list("BCDE"))], "quá nhiều"),
        ([a_correction(text=[" "])], "dòng trống"),
        ([a_correction(loi="x")], "loi"),
    ],
)
def test_a_correction_that_breaks_a_rule_is_named(entries, words):
    with pytest.raises(DataError) as refused:
        corrected(("a", "b", "c", "d"), made_from(*entries))

    assert words in str(refused.value)
