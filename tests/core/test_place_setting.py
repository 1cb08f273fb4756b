"""The fixed words of a template around its places."""

from __future__ import annotations

import re
import zipfile

import pytest
from core.factories import PROJECT

from vanthu.data_error import DataError
from vanthu.place_setting import PlaceSetting, place_settings, template_paragraphs

SHIPPED = PROJECT / "templates" / "docx" / "bao-cao-tu-danh-gia.docx"


def test_a_shipped_template_tells_what_stands_around_its_places():
    settings = place_settings(template_paragraphs(SHIPPED))

    assert settings["uu_diem"] == PlaceSetting("", "", below="2. Kết quả tự đánh giá")
    assert settings["ten_don_vi"].before == "- Tên cơ quan: "
    assert settings["dia_chi"].place_below == "dien_thoai"
    assert (settings["tong_diem__2"].before, settings["tong_diem__2"].after) == ("", "")
    assert (settings["tong_diem"].after, settings["xep_loai"].after) == (" điểm.", ".")
    email = settings["thu_dien_tu"]
    assert (email.before, email.first, email.after) == (" – Email: ", False, "")


def test_blank_paragraphs_and_those_of_loops_count_for_nothing():
    settings = place_settings(["{{ mo_dau }}", " ", "{%tr for dong in bang %}", "{{ dong.diem }}", "{{ nam }}"])

    assert sorted(settings) == ["mo_dau", "nam"]
    assert settings["mo_dau"].below == "{%tr for dong in bang %}"
    assert (settings["nam"].below, settings["nam"].place_below) == ("", "")


@pytest.mark.parametrize("content", [b"", b"khong phai zip"])
def test_a_file_that_is_no_document_is_named(tmp_path, content):
    path = tmp_path / "hong.docx"
    path.write_bytes(content)

    with pytest.raises(DataError, match=r"hong\.docx"):
        template_paragraphs(path)


def test_a_second_place_of_a_slot_has_words_of_its_own_around_it():
    settings = place_settings(["Năm {{ nam }}, sau năm {{ nam }}.", "Kính gửi"])

    assert settings["nam"] == PlaceSetting("Năm ", ", sau năm ", following="nam__2", below="Kính gửi")
    assert settings["nam__2"] == PlaceSetting(", sau năm ", ".", first=False, below="Kính gửi")


@pytest.mark.parametrize("path", sorted(SHIPPED.parent.glob("*.docx")), ids=lambda path: path.stem)
def test_every_place_of_a_shipped_template_is_called_as_its_bookmark(path):
    with zipfile.ZipFile(path) as packed:
        named = re.findall(
            r'w:bookmarkStart [^>]*w:name="([a-z]\w*)"', packed.read("word/document.xml").decode("utf-8")
        )

    settings = place_settings(template_paragraphs(path))
    assert [name for name in named if name in settings] == list(settings)
