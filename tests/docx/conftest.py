"""What the tests of the paper side share: the rules, a filled report, and documents printed by a real office."""

from __future__ import annotations

import functools
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from printed import Document, document
from samples import sample_document, template_ids

from vanthu import layout as layouts
from vanthu import typeface as typefaces
from vanthu.layout import Layout
from vanthu.paper_rules import load as load_paper_rules
from vanthu.slots import Paragraphs, Row, Slot, Table, Text
from vanthu.typeface import Typeface
from vanthu_docx import house

RULES = house.folder("forms") / "layout"

SampleSlots = Callable[..., dict[str, Slot]]
Converted = Callable[[Sequence[Path], str], list[Path]]
Measured = Callable[[str], Document]


@pytest.fixture(scope="session")
def layout() -> Layout:
    return layouts.load(RULES / "nghi-dinh-30-2020.toml")


@pytest.fixture(scope="session")
def typeface() -> Typeface:
    return typefaces.load(RULES / "times-new-roman.toml")


@pytest.fixture(scope="session")
def report_template() -> Path:
    return house.template("bao-cao-tu-danh-gia")


@pytest.fixture(scope="session")
def sample_slots() -> SampleSlots:
    """The report of a phòng; any slot can be given another value."""
    paper = load_paper_rules(RULES)

    def slots(**changed: Slot) -> dict[str, Slot]:
        filled: dict[str, Slot] = {**_TEXTS, **_PARAGRAPHS, "bang_diem": Table(_COLUMNS, _ROWS), **changed}
        return {**paper.rules_below(filled), **filled}

    return slots


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Converted:
    """Turns documents into files of another format with LibreOffice, all in one run; skipped where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("cần LibreOffice")

    def made(documents: Sequence[Path], ending: str) -> list[Path]:
        folder = tmp_path_factory.mktemp(ending)
        profile = tmp_path_factory.mktemp("profile")
        options = ["--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", ending, "--outdir", folder]
        with (folder / "office.log").open("w", encoding="utf-8") as log:
            subprocess.run(
                [program, f"-env:UserInstallation={profile.as_uri()}", *options, *documents],
                **{"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log, "timeout": 180, "check": True},
            )
        return [folder / f"{document.stem}.{ending}" for document in documents]

    return made


@pytest.fixture(scope="session")
def sample_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample document of every template."""
    folder = tmp_path_factory.mktemp("samples")
    return {id: sample_document(id, folder) for id in template_ids()}


@pytest.fixture(scope="session")
def measured(sample_files: dict[str, Path], converted: Converted, layout: Layout) -> Measured:
    """The sample document of a template with its printed pages; all are printed in one run of the office."""
    printed = dict(zip(sample_files, converted(list(sample_files.values()), "pdf"), strict=True))
    return functools.lru_cache(maxsize=None)(lambda id: document(sample_files[id], printed[id], layout))


@pytest.fixture(scope="session")
def opened(sample_files: dict[str, Path]) -> dict[str, object]:
    """The sample documents as python-docx reads them."""
    return {id: docx.Document(str(path)) for id, path in sample_files.items()}


_TEXTS = {
    "co_quan_chu_quan": Text("UBND HUYỆN KON RẪY"),
    "co_quan_ban_hanh": Text("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"),
    "so_ky_hieu": Text("Số:      /BC-PGDĐT"),
    "dia_danh_thoi_gian": Text("Kon Rẫy, ngày      tháng 12 năm 2023"),
    "ten_loai": Text("BÁO CÁO"),
    "trich_yeu": Text("Tự đánh giá, xếp loại Đơn vị học tập năm 2023"),
    "ten_don_vi": Text("Phòng Giáo dục và Đào tạo huyện Kon Rẫy"),
    "dia_chi": Text("Thôn 9, xã Đăk Ruồng, huyện Kon Rẫy, tỉnh Kon Tum"),
    "dien_thoai": Text("02603824262"),
    "thu_dien_tu": Text("pgdkonray.kontum@moet.edu.vn"),
    "diem_toi_da": Text("100"),
    "tong_diem": Text("93"),
    "xep_loai": Text("Tốt"),
    "nam": Text("2023"),
    "nam_sau": Text("2024"),
    "ket_luan": Text(
        "Trên đây là báo cáo kết quả tự đánh giá, xếp loại Đơn vị học tập năm 2023 của "
        "Phòng Giáo dục và Đào tạo huyện Kon Rẫy./."
    ),
    "ten_nguoi_ky": Text("Nguyễn Thị Bích Phượng"),
}
_PARAGRAPHS = {
    "kinh_gui": Paragraphs(("Kính gửi: Ủy ban nhân dân huyện Kon Rẫy",)),
    "mo_dau": Paragraphs(
        (
            "Thực hiện Công văn số 1497/UBND-VX ngày 12 tháng 12 năm 2022 của Ủy ban nhân dân huyện Kon Rẫy về việc "
            "hướng dẫn triển khai thực hiện công tác đánh giá, xếp loại Đơn vị học tập;",
            "Phòng Giáo dục và Đào tạo huyện Kon Rẫy báo cáo tự đánh giá, xếp loại Đơn vị học tập năm 2023, cụ thể "
            "như sau:",
        )
    ),
    "uu_diem": Paragraphs(
        (
            "- Đơn vị đã triển khai đầy đủ, nghiêm túc các văn bản chỉ đạo của các cấp về việc học tập thường xuyên.",
            "- Khuyến khích, tạo điều kiện cho đội ngũ cán bộ, giáo viên, nhân viên được tham gia các lớp học.",
        )
    ),
    "ton_tai": Paragraphs(("Kinh phí thực hiện công tác đào tạo, bồi dưỡng còn hạn hẹp.",)),
    "kien_nghi": Paragraphs(("Đề nghị Ủy ban nhân dân huyện có kế hoạch tổ chức tập huấn.",)),
    "phuong_huong": Paragraphs(
        ("- Tiếp tục xây dựng và triển khai Kế hoạch thực hiện việc học tập thường xuyên năm 2024.",)
    ),
    "noi_nhan": Paragraphs(("- Như trên;", "- Lãnh đạo Phòng;", "- Lưu: VT.")),
    "chuc_vu_ky": Paragraphs(("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")),
}
_COLUMNS = ("ky_hieu", "noi_dung", "diem_toi_da", "diem")
_ROWS = (
    Row("nhom", ("1", "Các điều kiện để xây dựng Đơn vị học tập", "30", "30")),
    Row("tieu_chi", ("a", "Đơn vị có chủ trương hoặc kế hoạch cho thành viên học tập thường xuyên.", "10", "10")),
    Row("tieu_chi", ("b", "Đơn vị có các quy định cụ thể nhằm động viên thành viên học tập.", "10", "10")),
    Row(
        "tieu_chi",
        (
            "c",
            "Đơn vị quan tâm đầu tư các nguồn lực, bao gồm tài chính, cơ sở vật chất, trang thiết bị và những điều "
            "kiện đảm bảo để đáp ứng nhu cầu học tập của thành viên.",
            "10",
            "10",
        ),
    ),
    Row("nhom", ("2", "Kết quả học tập của thành viên", "30", "30")),
    Row("tieu_chi", ("a", "100% thành viên có kế hoạch tự học, tự bồi dưỡng hàng năm.", "10", "10")),
    Row("tieu_chi", ("b", "100% thành viên tuân thủ kỷ luật lao động, nội quy làm việc.", "5", "5")),
    Row("tieu_chi", ("c", "100% thành viên hoàn thành đầy đủ chương trình học tập.", "10", "10")),
    Row("tieu_chi", ("d", "100% thành viên đạt từ danh hiệu “Lao động tiên tiến” trở lên.", "5", "5")),
    Row("nhom", ("3", "Hiệu quả, tác động của xây dựng Đơn vị học tập", "40", "33")),
    Row("tieu_chi", ("a", "100% thành viên đáp ứng đầy đủ các năng lực, phẩm chất của Công dân học tập.", "25", "25")),
    *(Row("thanh_phan", ("-", f"Phẩm chất thứ {number} của Công dân học tập.", "3", "3")) for number in range(1, 9)),
    Row("tieu_chi", ("b", "Đơn vị đạt từ danh hiệu “Tập thể lao động tiên tiến” trở lên.", "10", "5")),
    Row("tieu_chi", ("c", "Góp phần tạo lập môi trường chia sẻ tri thức với các đơn vị khác.", "5", "3")),
)
