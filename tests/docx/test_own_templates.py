"""A clerk's own document as a template: typed tags, marked places, the organisation's folder."""

from __future__ import annotations

import os
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from vanthu.data_error import DataError
from vanthu.memory import from_properties
from vanthu.record_file import load
from vanthu.slots import Paragraphs, Row, Rule, Table, Text
from vanthu_docx import engine, house, typed_tags
from vanthu_docx.chosen_template import chosen_template
from vanthu_docx.command_line import main
from vanthu_docx.doctor import checks

EXAMPLE = house.folder("forms") / "examples" / "001.toml"
SLOTS = {
    "tong_diem": Text("93"),
    "xep_loai": Text("Tốt"),
    "nam": Text("2023"),
    "uu_diem": Paragraphs(("Một.", "Hai.")),
    "ke_trich_yeu": Rule(1),
    "bang_diem": Table(("ten", "diem"), (Row("tieu_chi", ("a", "10")), Row("tieu_chi", ("b", "9")))),
}
LOOP = (("{%tr for dong in bang_diem %}", ""), ("{{ dong.ten }}", "{{ dong.diem }}"), ("{%tr endfor %}", ""))


@pytest.fixture
def made(tmp_path):
    """Renders a document that a function writes; gives what came of it."""

    def render(*paragraphs: Any, slots=SLOTS):
        template = own(tmp_path / "mau.docx", *paragraphs)
        engine.render(template, slots, tmp_path / "ra.docx")
        return docx.Document(str(tmp_path / "ra.docx"))

    return render


def own(path: Path, *paragraphs: Any) -> Path:
    """A document of paragraphs: a text, the texts of its runs, or a function that writes into the document."""
    document = docx.Document()
    for content in paragraphs:
        if callable(content):
            content(document)
        else:
            paragraph = document.add_paragraph()
            for text in [content] if isinstance(content, str) else content:
                paragraph.add_run(text)
    document.save(str(path))
    return path


def a_table(*rows):
    def write(document):
        table = document.add_table(rows=0, cols=2)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(text)

    return write


def marked(name, *texts, before="", after=""):
    """Paragraphs under one bookmark."""

    def write(document):
        paragraphs = [document.add_paragraph() for _ in texts]
        paragraphs[0].add_run(before)
        edge(paragraphs[0], "w:bookmarkStart", name)
        for paragraph, text in zip(paragraphs, texts, strict=True):
            paragraph.add_run(text).bold = True
        edge(paragraphs[-1], "w:bookmarkEnd", name)
        paragraphs[-1].add_run(after)

    return write


def edge(paragraph, tag, name):
    mark = OxmlElement(tag)
    mark.set(qn("w:id"), str(sum(name.encode())))
    if tag == "w:bookmarkStart":
        mark.set(qn("w:name"), name)
    paragraph._p.append(mark)


def texts_of(document):
    return [paragraph.text for paragraph in document.paragraphs]


def places_of(document):
    """Name of each bookmark and the text it stands over, inside one paragraph."""
    found = {}
    for start in document.element.body.iter(qn("w:bookmarkStart")):
        text, node = "", start.getnext()
        while node is not None and node.tag != qn("w:bookmarkEnd"):
            text += "".join(piece.text or "" for piece in node.iter(qn("w:t")))
            node = node.getnext()
        found[start.get(qn("w:name"))] = text
    return found


@pytest.mark.parametrize(
    "runs",
    [
        ["Tổng điểm: {{ tong_diem }} điểm."],
        ["Tổng điểm: {{", " tong_diem ", "}} điểm."],
        ["Tổng điểm: {", "{ tong", "_diem }", "} điểm."],
        ["Tổng điểm: ", "{{tong_diem}}", " điểm."],
    ],
)
def test_a_typed_tag_becomes_a_place_however_word_has_cut_it(made, runs):
    document = made(runs)

    assert texts_of(document) == ["Tổng điểm: 93 điểm."]
    assert places_of(document) == {"tong_diem": "93"}


def test_a_place_looks_like_the_first_letter_of_its_tag(made):
    def write(document):
        paragraph = document.add_paragraph("Điểm: ")
        paragraph.add_run("{{ tong").bold = True
        paragraph.add_run("_diem }}, hết")

    runs = made(write).paragraphs[0].runs

    assert [(run.text, run.bold) for run in runs if run.text] == [("Điểm: ", None), ("93", True), (", hết", None)]


def test_a_slot_that_is_used_twice_has_two_places(made):
    document = made("{{ tong_diem }} và {{ tong_diem }}", "lại {{ tong_diem }}")

    assert texts_of(document) == ["93 và 93", "lại 93"]
    assert places_of(document) == {"tong_diem": "93", "tong_diem__2": "93", "tong_diem__3": "93"}


def test_a_break_inside_the_run_stays_where_it_was(made):
    def write(document):
        run = document.add_paragraph().add_run("a {{ nam }}")
        run.add_break()
        run.add_text("b")
        run.add_tab()
        run.add_text("{{ xep_loai }}")

    document = made(write)

    assert texts_of(document) == ["a 2023\nb\tTốt"]
    assert places_of(document) == {"nam": "2023", "xep_loai": "Tốt"}


def test_a_tag_in_a_place_already_gets_no_second_one(made):
    document = made(marked("tong_diem", "{{ tong_diem }}"), marked("xep_loai", "loại {{ xep_loai }} năm {{ nam }}"))

    assert places_of(document) == {"tong_diem": "93", "xep_loai": "loại Tốt năm 2023"}


def test_bookmarks_get_numbers_of_their_own(made):
    document = made("{{ nam }} {{ xep_loai }}", marked("_GoBack", "x"))

    numbers = [start.get(qn("w:id")) for start in document.element.body.iter(qn("w:bookmarkStart"))]
    assert len(set(numbers)) == 3


def test_several_paragraphs_grow_from_one_typed_tag(made):
    document = made("{{ uu_diem }}", "Hết.")

    assert texts_of(document) == ["Một.", "Hai.", "Hết."]
    assert places_of(document)["uu_diem"] == "Một."


def test_a_table_typed_by_hand_grows_and_its_heading_becomes_its_place(made):
    document = made(a_table(("Tên", "Điểm"), *LOOP, ("Tổng", "{{ tong_diem }}")))

    [table] = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Tên", "Điểm"],
        ["a", "10"],
        ["b", "9"],
        ["Tổng", "93"],
    ]
    assert places_of(document) == {"bang_diem": "Tên", "tong_diem": "93"}


def test_a_heading_without_words_is_a_place_too(made):
    assert places_of(made(a_table(("", "Điểm"), *LOOP)))["bang_diem"] == ""


def test_a_table_without_a_heading_has_no_place(made):
    document = made(a_table(*LOOP))

    assert len(document.tables[0].rows) == 2
    assert places_of(document) == {}


def test_tags_in_a_loop_have_no_place_since_they_would_have_many(made):
    rows = (LOOP[0], ("{{ dong.ten }} {{ nam }}", "{{ dong.diem }}"), LOOP[2])

    document = made(a_table(("Tên", "Điểm"), *rows))

    assert document.tables[0].cell(1, 0).text == "a 2023"
    assert list(places_of(document)) == ["bang_diem"]


def test_text_that_was_marked_is_replaced(made):
    document = made(marked("tong_diem", "8", "5", before="Cũ: ", after=" hết"), marked("xep_loai", "Khá"))

    assert texts_of(document) == ["Cũ: 93 hết", "Tốt"]
    assert places_of(document) == {"tong_diem": "93", "xep_loai": "Tốt"}
    assert [run.bold for run in document.paragraphs[0].runs if run.text == "93"] == [True]


def test_a_spot_that_was_marked_is_filled(made):
    document = made(marked("nam", "", before="Năm "))

    assert texts_of(document) == ["Năm 2023"]


def test_paragraphs_under_two_bookmarks_as_writer_leaves_them_are_replaced(made):
    document = made(marked("uu_diem", "cũ 1"), "cũ 2", marked("_uu_diem", "cũ 3", after=""), "Hết.")

    assert texts_of(document) == ["Một.", "Hai.", "Hết."]
    assert places_of(document)["uu_diem"] == "Một."


def test_a_marked_range_that_ends_in_another_cell_is_left_alone(made):
    def write(document):
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        edge(cells[0].paragraphs[0], "w:bookmarkStart", "nam")
        cells[0].paragraphs[0].add_run("a")
        edge(cells[1].paragraphs[0], "w:bookmarkEnd", "nam")

    assert made(write).tables[0].cell(0, 0).text == "a"


def test_headers_and_footers_have_places_too(made):
    def write(document):
        document.sections[0].header.paragraphs[0].add_run("Năm {{ nam }}")

    document = made("{{ nam }}", write)

    header = document.sections[0].header
    [start] = header._element.iter(qn("w:bookmarkStart"))
    assert header.paragraphs[0].text == "Năm 2023"
    assert start.get(qn("w:name")) == "nam__2"


def test_every_unknown_name_is_listed_with_the_nearest_known_ones(made):
    with pytest.raises(DataError) as refused:
        made("{{ tong_diemm }} {{ xeploai }} {{ nam }} {{ zzz }}")

    assert str(refused.value) == (
        "mau.docx: không có ô điền tong_diemm (gần giống: tong_diem, bang_diem); xeploai (gần giống: xep_loai); zzz"
    )


def test_a_name_typed_with_marks_is_told_the_right_one(made):
    with pytest.raises(DataError) as refused:
        made("{{ Tổng điểm }} {{ nam if xep_loai else tong_diem }}")

    assert str(refused.value) == "mau.docx: không có ô điền Tổng điểm (gần giống: tong_diem)"


def test_a_tag_that_is_no_name_at_all_is_written_wrongly(made):
    with pytest.raises(DataError, match="thẻ điền viết sai"):
        made("{{ nam + }}")


def test_a_column_that_the_table_does_not_have_is_named(made):
    rows = (LOOP[0], ("{{ dong.ten }}", "{{ dong.diemm }}"), LOOP[2])

    with pytest.raises(DataError) as refused:
        made(a_table(("Tên", "Điểm"), *rows))

    assert str(refused.value) == "mau.docx: không có ô điền dong.diemm (gần giống: dong.diem, dong.ten)"


def test_a_table_cannot_stand_in_a_sentence(made):
    with pytest.raises(DataError, match=r"Ô bang_diem là một bảng.*\{%tr for dong in bang_diem %\}"):
        made("{{ bang_diem }}")


def test_a_table_whose_model_rows_are_gone_is_refused(made):
    with pytest.raises(DataError, match=r"bảng bang_diem không có dòng mẫu.*--engine writer"):
        made(marked("bang_diem", "Tên"))


@pytest.mark.parametrize("template", sorted(house.shipped_templates().glob("*.docx")), ids=lambda path: path.stem)
def test_shipped_templates_are_complete_already(template):
    document = docx.Document(str(template))
    before = document.element.xml
    places, tags = (find([document.element.body]) for find in (typed_tags.places, typed_tags.names))
    kinds = {name: Rule(1) for name in places if name.startswith("ke_")}
    kinds.update({name: Table((), ()) for name in places if "in {} %".format(name) in before})

    typed_tags.make_places([document.element.body], {name: kinds.get(name, Text("x")) for name in places | tags})

    assert document.element.xml == before


# the command


def test_a_file_of_ones_own_is_a_template(tmp_path, capsys):
    template = own(tmp_path / "phieu.docx", "Tổng {{ tong_diem }}, {{ xep_loai }}")

    assert main(["render", str(template), str(EXAMPLE), "-o", str(tmp_path / "ra.docx")]) == 1

    said = capsys.readouterr().out
    assert texts_of(docx.Document(str(tmp_path / "ra.docx"))) == ["Tổng 93, Tốt"]
    assert "Mẫu không có ô: " in said
    assert "bang_diem" in said
    assert "tong_diem," not in said


def test_its_document_remembers_what_was_written(tmp_path):
    template = own(tmp_path / "phieu.docx", "Tổng {{ tong_diem }}")

    main(["render", str(template), str(EXAMPLE), "-o", str(tmp_path / "ra.docx")])

    memory = from_properties(custom_properties(tmp_path / "ra.docx"), "ra.docx")
    assert memory is not None
    assert (memory.record.kind, list(memory.written)) == ("bao-cao-tu-danh-gia", ["tong_diem"])


def custom_properties(path):
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("docProps/custom.xml"))
    return {entry.get("name"): "".join(entry.itertext()) for entry in root}


def test_a_document_that_was_made_before_is_a_template_and_forgets_its_old_data(tmp_path):
    template = own(tmp_path / "phieu.docx", "Tổng {{ tong_diem }}")
    main(["render", str(template), str(EXAMPLE), "-o", str(tmp_path / "cu.docx")])
    small = tmp_path / "it.toml"
    small.write_text('schema = 1\nform = "dvht-2020"\nyear = 2023\n', encoding="utf-8")

    main(["render", str(tmp_path / "cu.docx"), str(small), "-o", str(tmp_path / "moi.docx")])

    memory = from_properties(custom_properties(tmp_path / "moi.docx"), "moi.docx")
    assert memory is not None
    assert memory.record.typed == ()
    assert "93" not in "".join(texts_of(docx.Document(str(tmp_path / "moi.docx"))))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("khong-co.docx", None, "không có tệp mẫu này"),
        ("mau.txt", b"x", 'không dùng được ".txt" làm mẫu; được phép: .docx, .dotx, .odt'),
        ("mau.dotx", b"x", "không phải tệp .dotx, hoặc tệp đã hỏng"),
        ("mau.docx", b"x", "không phải tệp văn bản .docx, hoặc tệp đã hỏng"),
    ],
)
def test_a_file_that_is_no_template_is_one_line(tmp_path, capsys, name, content, words):
    if content is not None:
        (tmp_path / name).write_bytes(content)

    assert main(["render", str(tmp_path / name), str(EXAMPLE), "-o", str(tmp_path / "ra.docx")]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert words in line
    assert not (tmp_path / "ra.docx").exists()


def test_a_word_template_is_a_template(tmp_path):
    template = own(tmp_path / "a.docx", "{{ nam }}")
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(tmp_path / "phieu.dotx", "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(b"document.main+xml", b"template.main+xml"))

    assert main(["render", str(tmp_path / "phieu.dotx"), str(EXAMPLE), "-o", str(tmp_path / "ra.docx")]) == 1
    assert texts_of(docx.Document(str(tmp_path / "ra.docx"))) == ["2023"]


def test_a_document_is_not_written_over_its_template(tmp_path, capsys):
    template = own(tmp_path / "phieu.docx", "Tổng {{ tong_diem }}")
    before = template.read_bytes()

    assert main(["render", str(template), str(EXAMPLE), "-o", str(template)]) == 2

    [line] = capsys.readouterr().err.splitlines()
    assert line == "vanthu: phieu.docx: đây chính là tệp mẫu; hãy ghi văn bản ra một tên khác"
    assert template.read_bytes() == before
    assert list(tmp_path.iterdir()) == [template]


@pytest.mark.parametrize("name", ["mau.odt", "mau.ott", "mau.doc", "mau.rtf"])
def test_what_an_office_would_print_as_signs_is_no_template(tmp_path, capsys, name):
    (tmp_path / name).write_bytes(bytes(range(256)) * 8)

    assert main(["render", str(tmp_path / name), str(EXAMPLE), "-o", str(tmp_path / "ra.docx")]) == 2
    assert "{}: không phải tệp {}, hoặc tệp đã hỏng".format(name, name[3:]) in capsys.readouterr().err


@pytest.mark.office
@pytest.mark.parametrize("engine_name", ["docx", "writer"])
def test_a_mistake_in_an_odt_is_told_with_its_own_name(tmp_path, capsys, converted, engine_name):
    [template] = converted([own(tmp_path / "phieu.docx", "{{ tong_diemm }}")], "odt")
    arguments = ["-o", str(tmp_path / "ra.pdf"), "--engine", engine_name]

    assert main(["render", str(template), str(EXAMPLE), *arguments]) == 2
    assert "vanthu: phieu.odt: không có ô điền tong_diemm (gần giống: tong_diem" in capsys.readouterr().err


# which kind, which file


@pytest.mark.parametrize(
    ("file", "kind_of_record", "tag", "kind"),
    [
        ("to-trinh.docx", "ke-hoach-kiem-tra-danh-gia", "nam", "ke-hoach-kiem-tra-danh-gia"),
        ("ke-hoach-kiem-tra-danh-gia.docx", "", "nam", "ke-hoach-kiem-tra-danh-gia"),
        ("phieu.docx", "", "bang_diem", "bao-cao-tu-danh-gia"),
        ("phieu.docx", "", "to_chuc_thuc_hien", "ke-hoach-kiem-tra-danh-gia"),
    ],
)
def test_the_kind_of_an_own_template(tmp_path, file, kind_of_record, tag, kind):
    template = own(tmp_path / file, "{{ " + tag + " }}")
    record = replace(load(EXAMPLE), kind=kind_of_record)

    chosen = chosen_template(house.open_library(), str(template), record, tmp_path)

    assert (chosen.kind.id, chosen.path) == (kind, template)


def test_a_form_that_nobody_knows_is_named(tmp_path):
    template = own(tmp_path / "phieu.docx", "{{ nam }}")
    record = replace(load(EXAMPLE), form="dvht", kind="")

    with pytest.raises(DataError, match='không có bộ tiêu chí "dvht"'):
        chosen_template(house.open_library(), str(template), record, tmp_path)


def test_templates_of_the_organisation_win(tmp_path, monkeypatch, capsys):
    folders = [tmp_path / "tinh", tmp_path / "truong"]
    for folder in folders:
        folder.mkdir()
        own(folder / "bao-cao-tu-danh-gia.docx", folder.name + " {{ nam }}")
    own(folders[0] / "phieu.docx", "phiếu {{ nam }}")
    monkeypatch.setenv("VANTHU_TEMPLATES", os.pathsep.join(map(str, folders)))

    for name in ("bao-cao-tu-danh-gia", "phieu"):
        assert main(["render", name, str(EXAMPLE), "-o", str(tmp_path / (name + ".docx"))]) == 1

    assert texts_of(docx.Document(str(tmp_path / "bao-cao-tu-danh-gia.docx"))) == ["truong 2023"]
    assert texts_of(docx.Document(str(tmp_path / "phieu.docx"))) == ["phiếu 2023"]
    assert house.template("cong-van").parent == house.shipped_templates()


def test_the_doctor_names_the_folders_of_the_organisation(tmp_path, monkeypatch):
    own(tmp_path / "phieu.docx", "x")
    monkeypatch.setenv("VANTHU_TEMPLATES", os.pathsep.join([str(tmp_path), str(tmp_path / "khong-co")]))

    [there, gone] = [check for check in checks() if check.name == "Mẫu của đơn vị"]

    assert (there.found, there.cure) == ("{} (phieu)".format(tmp_path), "")
    assert gone.cure.startswith("{}: không có thư mục này".format(tmp_path / "khong-co"))
