"""One interface, two languages; documents in one."""

from __future__ import annotations

import gettext
import struct

import pytest
from core.factories import an_example, the_library

from vanthu import language, messages
from vanthu.compose import compose
from vanthu.data_error import DataError
from vanthu.language import tell
from vanthu.settings import load


class Shouting(gettext.NullTranslations):
    """A language that a test recognises at sight."""

    def gettext(self, message):
        return "!" + message


@pytest.fixture(autouse=True)
def _vietnamese_again():
    yield
    language.use()


def test_a_sentence_is_vietnamese_until_another_language_is_in_use():
    assert tell(messages.FILLED, count=3) == "Đã điền 3 chỗ vào văn bản."

    language.use(Shouting())

    assert tell(messages.FILLED, count=3) == "!Đã điền 3 chỗ vào văn bản."


def test_a_compiled_catalog_is_read(tmp_path):
    path = tmp_path / "vanthu.mo"
    path.write_bytes(a_catalog("đạt", "met"))

    language.use(language.translations(path))

    assert (tell("đạt"), tell("không đạt")) == ("met", "không đạt")
    assert language.in_use() is not language.VIETNAMESE


def test_a_catalog_that_is_not_there_is_an_error_of_the_file(tmp_path):
    with pytest.raises(OSError, match=r"vanthu\.mo"):
        language.translations(tmp_path / "vanthu.mo")


def a_catalog(original, translated):
    """A .mo file of one entry beside its description."""
    pairs = [(b"", b"Content-Type: text/plain; charset=UTF-8\n"), (original.encode(), translated.encode())]
    texts = b"".join(text + b"\0" for pair in zip(*pairs) for text in pair)
    start, places, tables = 28 + 16 * len(pairs), 0, b""
    for text in (text for column in zip(*pairs) for text in column):
        tables += struct.pack("<II", len(text), start + places)
        places += len(text) + 1
    return struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + tables + texts


def test_a_text_that_says_nothing_says_nothing_in_any_language():
    language.use(Shouting())

    assert tell("") == ""


def test_what_is_wrong_with_a_file_is_said_in_the_language_in_use(tmp_path):
    path = tmp_path / "thiet-lap.toml"
    path.write_text('schema = 1\nlanguage = "fr"\nlayers = 3\n', encoding="utf-8")
    language.use(Shouting())

    with pytest.raises(DataError) as failed:
        load(path)

    assert str(failed.value) == '{}: language: !không có giá trị "fr"; được phép: vi, en'.format(path)


def test_the_fields_of_a_sentence_stay_open_until_someone_fills_them():
    assert tell(messages.EXPLAIN_GROUP) == "Nhóm {place}: {sum}"


def test_vietnamese_lasts_as_long_as_it_is_asked_for_even_when_something_fails():
    language.use(Shouting())

    with pytest.raises(ValueError, match="cố ý"), language.vietnamese():
        assert tell("đạt") == "đạt"
        raise ValueError("cố ý")

    assert tell("đạt") == "!đạt"


@pytest.mark.parametrize("name", ["000", "001", "002", "003-ke-hoach", "003-to-trinh", "004"])
def test_a_document_is_vietnamese_whatever_the_interface_speaks(name):
    library, record = the_library(), an_example(name)
    kind = library.kind(record.kind)
    wanted = compose(kind, record, library.assess(record), library.paper)

    language.use(Shouting())

    assert compose(kind, record, library.assess(record), library.paper) == wanted
