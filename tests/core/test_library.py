"""The folder of rules as the program finds it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date

import pytest
from core.factories import FORMS, a_record, the_library

from vanthu.compose import compose
from vanthu.data_error import DataError
from vanthu.finding import FindingCode
from vanthu.library import load_library
from vanthu.messages import sentence
from vanthu.record_file import record_from
from vanthu.slots import Text

PERSONAL = """
schema = 1
layer = "{rank}"
form = "dvht-2020"
title = "Cách chia riêng"
source = "Hướng dẫn riêng"
checked_on = 2026-01-01
[[split]]
criterion = "3.a"
maxima = ["4", "3", "3", "3", "3", "3", "3", "3"]
"""


def first_part(library):
    return library.form("dvht-2020").find("3.a.1").max_score


def test_a_letter_of_every_week_has_no_form():
    library = the_library()
    record = record_from({"schema": 1, "kind": "cong-van", "year": 2024}, "cong-van.toml")

    assessment = library.assess(record)
    slots = compose(library.kind("cong-van"), record, assessment, library.paper)

    assert (assessment.form.id, assessment.findings, assessment.rating) == ("", (), None)
    assert (slots["thong_tu"], slots["van_ban_can_cu"], slots["danh_hieu"]) == (Text("…"), Text("…"), Text("…"))
    assert [form.id for form in library.forms if not form.id] == []


def test_only_a_named_kind_of_document_may_do_without_a_form():
    with pytest.raises(DataError, match='thiếu khóa "form"'):
        record_from({"schema": 1, "year": 2024}, "x.toml")


def test_the_shipped_layer_splits_3a_as_the_published_table_does():
    form = the_library().form("dvht-2020")

    assert [part.max_score for part in form.children("3.a")] == [3, 3, 3, 3, 3, 3, 3, 4]
    assert form.find("1").label == "Các điều kiện để xây dựng Đơn vị học tập"
    assert form.local_sources[0].startswith("Công văn số 1497/UBND-VX")


@pytest.mark.parametrize("rank", ["organisation", "personal"])
def test_a_layer_from_ones_own_folder_replaces_the_shipped_one(tmp_path, rank):
    (tmp_path / "cua-toi.toml").write_text(PERSONAL.format(rank=rank), encoding="utf-8")

    library = load_library(FORMS, [tmp_path])

    assert first_part(library) == 4
    wording = library.form("dvht-2020").find("1").label
    assert wording.startswith("Các tiêu chí") == (rank == "organisation")


def test_the_words_of_the_law_are_kept_below_every_layer(tmp_path):
    local = PERSONAL.format(rank="personal") + '[wording]\n"1" = "Điều kiện"\n"1.a" = "Có kế hoạch"\n'
    (tmp_path / "cua-toi.toml").write_text(local, encoding="utf-8")

    form = load_library(FORMS, [tmp_path]).form("dvht-2020")
    assert (form.find("1").label, form.find("1.a").label) == ("Điều kiện", "Có kế hoạch")
    assert form.find("1").words_of_law == "Các tiêu chí về các điều kiện để xây dựng Đơn vị học tập"
    assert form.find("1.a").words_of_law.startswith("Đơn vị có chủ trương")
    assert form.find("2.c").label != form.find("2.c").words_of_law


def test_unknown_names_list_the_known_ones():
    with pytest.raises(DataError, match=r'không có bộ tiêu chí "dvht-1999"; được phép: .*dvht-2020'):
        the_library().form("dvht-1999")
    with pytest.raises(DataError, match=r'không có loại văn bản "tho"; được phép: .*bao-cao-tu-danh-gia'):
        the_library().kind("tho")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"form": "dvht-1999"}, 'form: không có bộ tiêu chí "dvht-1999"; được phép: '),
        ({"kind": "tho"}, 'kind: không có loại văn bản "tho"; được phép: '),
        ({"kind": "x" * 3000}, 'kind: không có loại văn bản "{}…"'.format("x" * 60)),
    ],
)
def test_a_record_of_something_unknown_is_refused(fields, words):
    with pytest.raises(DataError) as caught:
        the_library().check(replace(a_record(), **fields))

    assert str(caught.value).startswith(words)


@pytest.mark.parametrize("fields", [{}, {"kind": ""}, {"form": "", "kind": "cong-van"}])
def test_a_record_may_name_no_kind_or_no_form(fields):
    the_library().check(replace(a_record(), **fields))


def test_forms_in_force_on_a_day():
    library = the_library()

    assert "dvht-2020" in [form.id for form in library.forms_in_force(date(2023, 12, 31))]
    assert "dvht-2020" not in [form.id for form in library.forms_in_force(date(2024, 1, 26))]


def test_every_document_kind_belongs_to_a_known_form():
    library = the_library()

    for kind in library.kinds:
        assert kind.title
        assert [library.form(form_id).id for form_id in kind.form_ids] == list(kind.form_ids)


def test_every_document_kind_that_a_dossier_names_serves_its_form():
    library = the_library()
    named = [(form.id, item) for form in library.forms for item in form.dossier if item.kind]

    assert {form_id for form_id, _ in named} == {"dvht-2020", "dvht-2023", "cdht-2014", "cdht-2023"}
    for form_id, item in named:
        assert library.kind(item.kind).serves(form_id), item


@pytest.mark.parametrize(
    ("content", "words"),
    [("", "tệp trống"), ("schema = ", "TOML sai cú pháp"), ("schema = 1", "thiếu khóa")],
)
def test_a_broken_rule_file_is_one_error_that_names_it(tmp_path, content, words):
    folder = tmp_path / "forms"
    shutil.copytree(FORMS, folder)
    (folder / "dvht" / "hong.toml").write_text(content, encoding="utf-8")

    with pytest.raises(DataError, match=r"dvht/hong\.toml: .*" + words):
        load_library(folder)


OF_EVERY_SORT = (
    *("cdht/cdht-2014.toml", "dvht/dvht-2020.to-chuc.toml", "documents/ban-tong-hop-ket-qua.toml"),
    *("document-groups.toml", "legal-texts.toml"),
    *("layout/ngat-dong.toml", "layout/ngay-so.toml", "layout/nghi-dinh-30-2020.toml"),
)


@pytest.mark.parametrize("name", OF_EVERY_SORT)
@pytest.mark.parametrize(("schema", "words"), [("schema = 2", "chưa được hỗ trợ; được phép: 1"), ("", "thiếu khóa")])
def test_a_rule_file_of_another_version_is_refused_whatever_it_says(tmp_path, name, schema, words):
    folder = tmp_path / "forms"
    shutil.copytree(FORMS, folder)
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count("schema = 1\n") == 1
    (folder / name).write_text(text.replace("schema = 1", schema), encoding="utf-8")

    with pytest.raises(DataError, match=name.rsplit("/", 1)[-1].replace(".", r"\.") + ": .*" + words):
        load_library(folder)


DEADLINE = """
[[deadlines]]
id = "gui-bao-cao"
label = "Gửi báo cáo theo kế hoạch của huyện"
day = "{day}"
before = true
article = "Kế hoạch của huyện"
"""
WITHOUT_SPLIT = PERSONAL.split("[[split]]", maxsplit=1)[0]


def with_layer(tmp_path, text):
    (tmp_path / "cua-toi.toml").write_text(text.format(rank="personal", day="{day}"), encoding="utf-8")
    return load_library(FORMS, [tmp_path])


def in_folders(tmp_path, *texts):
    """Layers, each in a folder of its own; the last one counts."""
    folders = [tmp_path / str(number) for number in range(len(texts))]
    for folder, text in zip(folders, texts):
        folder.mkdir()
        (folder / "tang.toml").write_text(text, encoding="utf-8")
    return folders


def test_a_local_deadline_may_be_stricter(tmp_path):
    form = with_layer(tmp_path, WITHOUT_SPLIT + DEADLINE.replace("{day}", "01-15")).form("dvht-2020")

    assert [(deadline.id, deadline.article) for deadline in form.deadlines] == [("gui-bao-cao", "Kế hoạch của huyện")]
    assert form.refused_layers == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            WITHOUT_SPLIT + DEADLINE.replace("{day}", "04-30"),
            'hạn "gui-bao-cao" muộn hơn hạn của luật (Điều 7 khoản 1)',
        ),
        (WITHOUT_SPLIT + 'maximum = "120"\n', 'khóa "maximum" do luật ấn định'),
        (
            PERSONAL.replace('"3.a"', '"2"').replace('"4", "3", "3", "3", "3", "3", "3", "3"', '"10", "5", "10", "5"'),
            "2",
        ),
        (PERSONAL.replace('"4", "3"', '"4", "4"'), "cộng lại là 26, phải bằng 25"),
    ],
)
def test_a_layer_against_the_law_is_left_out_and_a_finding_names_it(tmp_path, text, words):
    library = with_layer(tmp_path, text)

    [finding] = library.assess(a_record()).findings
    assert finding.code is FindingCode.LAYER_REFUSED
    assert "cua-toi.toml" in sentence(finding)
    assert words in sentence(finding)
    assert library.form("dvht-2020").find("3.a.8").max_score == 4


SPLIT = PERSONAL.format(rank="organisation")
SOUND, BROKEN = SPLIT.replace("Cách chia riêng", "Cách chia khác"), SPLIT + '"lạ" = 1\n'


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('form = "dvht-2020"\n', "", 'thiếu khóa "form"'),
        ('"dvht-2020"', "5", "form: phải là một chuỗi trong ngoặc kép, không phải 5"),
        ('"dvht-2020"', '""', 'form: không có bộ tiêu chí ""; được phép: cdht-2014, '),
        (
            '"dvht-2020"',
            '"dvht-2021"',
            'form: không có bộ tiêu chí "dvht-2021"; được phép: cdht-2014, cdht-2023, dvht-2',
        ),
    ],
)
def test_a_layer_of_no_known_form_is_told_rather_than_left_out(tmp_path, old, new, words):
    (tmp_path / "cua-toi.toml").write_text(SPLIT.replace(old, new), encoding="utf-8")

    with pytest.raises(DataError, match=r"/cua-toi\.toml: ") as caught:
        load_library(FORMS, [tmp_path])

    assert words in str(caught.value)


def test_a_layer_that_only_the_law_may_write_and_that_names_no_form_is_a_broken_file(tmp_path):
    text = 'maximum = "120"\n' + SPLIT.replace("dvht-2020", "dvht-2021")
    (tmp_path / "cua-toi.toml").write_text(text, encoding="utf-8")

    with pytest.raises(DataError, match='không có bộ tiêu chí "dvht-2021"'):
        load_library(FORMS, [tmp_path])


@pytest.mark.parametrize(("first", "last"), [(BROKEN, SOUND), (SOUND, BROKEN)])
def test_a_broken_layer_is_told_also_where_another_one_counts(tmp_path, first, last):
    folders = in_folders(tmp_path, first, last)

    with pytest.raises(DataError, match='khóa lạ "lạ"'):
        load_library(FORMS, folders)


def test_a_layer_against_the_law_is_named_also_where_another_one_counts(tmp_path):
    form = load_library(FORMS, in_folders(tmp_path, 'maximum = "120"\n' + SPLIT, SOUND)).form("dvht-2020")

    assert form.find("3.a.1").max_score == 4
    [why] = form.refused_layers
    assert '0/tang.toml: khóa "maximum" do luật ấn định' in why


def test_where_the_layer_that_counts_is_refused_the_one_before_it_does_not_count(tmp_path):
    form = load_library(FORMS, in_folders(tmp_path, SOUND, 'maximum = "120"\n' + SPLIT)).form("dvht-2020")

    assert (form.find("3.a.1").max_score, len(form.refused_layers)) == (None, 1)


def test_a_layer_and_its_copy_in_one_folder_are_told_rather_than_one_taken(tmp_path):
    (tmp_path / "tang.toml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "tang (bản cũ).toml").write_text(SPLIT, encoding="utf-8")

    with pytest.raises(
        DataError, match=r"/tang\.toml: .*dvht-2020.* đã có một tầng như vậy ở tệp .*/tang \(bản cũ\)\.toml"
    ):
        load_library(FORMS, [tmp_path])


def test_layers_of_two_ranks_stand_in_one_folder(tmp_path):
    (tmp_path / "a.toml").write_text(PERSONAL.format(rank="personal"), encoding="utf-8")
    (tmp_path / "b.toml").write_text(
        PERSONAL.format(rank="organisation").replace('"4", "3",', '"3", "4",'), encoding="utf-8"
    )

    assert first_part(load_library(FORMS, [tmp_path])) == 4


def test_a_layer_whose_ending_is_in_capitals_is_read(tmp_path):
    (tmp_path / "CUA-TOI.TOML").write_text(SOUND, encoding="utf-8")

    assert first_part(load_library(FORMS, [tmp_path])) == 4


def test_a_folder_of_layers_that_is_away_is_told_rather_than_the_shipped_split_taken(tmp_path):
    with pytest.raises(DataError, match="không có: không có thư mục này"):
        load_library(FORMS, [tmp_path / "không có"])


def test_a_second_form_of_one_id_is_refused(tmp_path):
    shutil.copy(FORMS / "dvht" / "dvht-2020.toml", tmp_path / "chep.toml")

    with pytest.raises(DataError, match=r'/chep\.toml: id: bộ tiêu chí "dvht-2020" đã có ở tệp dvht/dvht-2020\.toml'):
        load_library(FORMS, [tmp_path])


def with_changed(tmp_path, name, old, new):
    """The shipped rules with a change in one file."""
    folder = tmp_path / "forms"
    shutil.copytree(FORMS, folder)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_library(folder)


@pytest.mark.parametrize("successor", ["dvht-2029", "dvht-2020", "cdht-2014"])
def test_what_replaces_a_form_is_a_form_that_begins_after_it(tmp_path, successor):
    with pytest.raises(DataError) as caught:
        with_changed(
            tmp_path, "dvht/dvht-2020.toml", 'replaced_by = "dvht-2023"', 'replaced_by = "{}"'.format(successor)
        )

    words = 'dvht/dvht-2020.toml: replaced_by: không có bộ tiêu chí "{}" có hiệu lực sau bộ này; được phép: {}, ""'
    assert str(caught.value) == words.format(successor, "cdht-2023, dvht-2023, huyen-hoc-tap-2021")


def test_two_forms_cannot_replace_each_other(tmp_path):
    old, new = "checked_on", 'replaced_by = "dvht-2020"\nchecked_on'

    with pytest.raises(DataError, match=r"dvht/dvht-2023\.toml: replaced_by: "):
        with_changed(tmp_path, "dvht/dvht-2023.toml", old, new)


def test_the_one_that_begins_on_the_same_day_is_no_successor(tmp_path):
    with pytest.raises(DataError, match="replaced_by"):
        with_changed(tmp_path, "dvht/dvht-2023.toml", "effective_from = 2024-01-26", "effective_from = 2020-09-21")


def test_a_layer_of_an_unknown_rank_is_a_broken_file(tmp_path):
    with pytest.raises(DataError, match="quốc gia"):
        with_layer(tmp_path, PERSONAL.replace("{rank}", "quốc gia"))
