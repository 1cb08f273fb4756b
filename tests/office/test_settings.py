"""Settings and profile in the office: dialogs with true controls, what is kept, and that it counts at once."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from vanthu import language, messages, profile_file, settings
from vanthu.profile import Profile
from vanthu.record import Signer, Unit
from vanthu.settings import Settings

pytestmark = pytest.mark.office

PROFILE = Profile(
    unit=Unit("UBND HUYỆN", "Phòng Giáo dục", "PGDĐT", "Kon Rẫy", "12 Trần Phú", "0260", "a@b.vn"),
    unit_type="co-quan",
    ownership="tu-thuc",
    signer=Signer("KT.", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "Nguyễn Văn A", ("TM. ỦY BAN",)),
    addressees=("Sở Giáo dục", "Hội Khuyến học"),
    recipients=("Lãnh đạo",),
    archive="VT, GDTX",
    field="GDTX",
)
BROKEN_LAYER = 'schema = 1\nform = "dvht-2020"\nlayer = "organisation"\nlạ = 1\n'


@pytest.fixture(autouse=True)
def _vietnamese_again(office):
    from vanthu_uno.shipped import shipped_library

    yield
    language.use()
    shipped_library.cache_clear()


@pytest.fixture
def settings_dialog(office, opened, raw):
    from vanthu_uno.choice_dialog import Opened
    from vanthu_uno.settings_dialog import DIALOG, SettingsDialog

    with ExitStack() as stack:

        def dialog():
            document = opened(raw)
            window = stack.enter_context(Opened(office.context, document, DIALOG))
            return SettingsDialog(office.context, document, window)

        yield dialog


@pytest.fixture
def profile_dialog(office, opened, raw):
    from vanthu_uno.choice_dialog import Opened
    from vanthu_uno.profile_dialog import DIALOG, ProfileDialog

    with ExitStack() as stack:

        def dialog():
            window = stack.enter_context(Opened(office.context, opened(raw), DIALOG))
            return ProfileDialog(office.context, window)

        yield dialog


class Pressed:
    """A button was pressed."""

    def __init__(self, name):
        self.ActionCommand = name


def said(dialog):
    return dialog.dialog.getControl("said").getText()


def path_of_settings():
    from vanthu_uno.own_folder import settings_path

    return settings_path()


def path_of_profile():
    from vanthu_uno.own_profile import profile_path

    return profile_path()


def test_a_first_start_shows_vietnamese_and_nothing_chosen(settings_dialog):
    dialog = settings_dialog()

    assert dialog.dialog.getControl("language").getItems() == ("Tiếng Việt", "English")
    assert dialog.settings() == Settings()
    assert said(dialog) == ""


def test_what_is_chosen_is_kept_and_shown_again(settings_dialog, tmp_path):
    folder = tmp_path / "mẫu của đơn vị"
    folder.mkdir()
    dialog = settings_dialog()
    dialog.dialog.getControl("language").selectItemPos(1, True)
    dialog.dialog.getControl("templates").setText(str(folder))
    dialog.dialog.getControl("kind").selectItemPos(dialog.kinds.index("cong-van"), True)

    dialog.actionPerformed(Pressed("ok"))

    wanted = Settings("en", "", str(folder), "cong-van")
    assert settings.load(path_of_settings()) == wanted
    assert settings_dialog().settings() == wanted


def test_a_folder_that_is_not_there_is_refused_and_nothing_is_kept(settings_dialog, tmp_path):
    dialog = settings_dialog()
    dialog.dialog.getControl("layers").setText(str(tmp_path / "không có"))

    dialog.actionPerformed(Pressed("ok"))

    assert said(dialog) == messages.NO_SUCH_FOLDER.format(folder=tmp_path / "không có")
    assert not path_of_settings().exists()


def test_a_folder_with_a_broken_layer_is_refused_with_its_reason(settings_dialog, tmp_path):
    (tmp_path / "sai.toml").write_text(BROKEN_LAYER, encoding="utf-8")
    dialog = settings_dialog()
    dialog.dialog.getControl("layers").setText(str(tmp_path))

    dialog.actionPerformed(Pressed("ok"))

    assert "sai.toml" in said(dialog)
    assert not path_of_settings().exists()


def test_a_layer_that_broke_after_it_was_chosen_leaves_the_way_back_open(settings_dialog, tmp_path):
    from vanthu_uno.shipped import shipped_library

    dialog = settings_dialog()
    settings.save(Settings(layers=str(tmp_path)), path_of_settings())
    (tmp_path / "sai.toml").write_text(BROKEN_LAYER, encoding="utf-8")
    shipped_library.cache_clear()

    dialog = settings_dialog()
    dialog.dialog.getControl("layers").setText("")
    dialog.actionPerformed(Pressed("ok"))

    assert settings.load(path_of_settings()) == Settings()


def test_broken_settings_are_one_sentence_here_and_in_the_panel_and_the_defaults_count(settings_dialog, opened, raw):
    from vanthu_uno.open_sessions import session_of

    path_of_settings().parent.mkdir(parents=True, exist_ok=True)
    path_of_settings().write_text('schema = 1\nlanguage = "fr"', encoding="utf-8")

    dialog = settings_dialog()

    assert 'không có giá trị "fr"' in said(dialog)
    assert dialog.settings() == Settings()
    assert 'không có giá trị "fr"' in session_of(opened(raw)).notice


def test_a_folder_that_the_environment_names_is_told(settings_dialog, monkeypatch, tmp_path):
    monkeypatch.setenv("VANTHU_TEMPLATES", str(tmp_path))

    assert said(settings_dialog()) == messages.NAMED_ELSEWHERE.format(names="VANTHU_TEMPLATES")


def test_a_template_of_the_chosen_folder_is_used(office, tmp_path, raw):
    from vanthu_uno.shipped import template_of

    own = Path(raw).rename(tmp_path / "bao-cao-tu-danh-gia.docx")
    settings.save(Settings(templates=str(tmp_path)), path_of_settings())

    assert template_of("bao-cao-tu-danh-gia") == own.resolve()


def test_a_chosen_folder_is_one_folder_whatever_signs_its_name_has(office, tmp_path, raw):
    from vanthu_uno.shipped import template_of

    folder = tmp_path / "Mẫu: 2024"
    folder.mkdir()
    own = Path(raw).rename(folder / "bao-cao-tu-danh-gia.docx")
    settings.save(Settings(templates=str(folder)), path_of_settings())

    assert template_of("bao-cao-tu-danh-gia") == own.resolve()


def test_the_usual_document_is_the_one_chosen_and_another_one_when_it_is_gone(office):
    from vanthu_uno.new_document import first_kind

    assert first_kind() == "bao-cao-tu-danh-gia"
    settings.save(Settings(kind="cong-van"), path_of_settings())
    assert first_kind() == "cong-van"
    settings.save(Settings(kind="mẫu đã bỏ"), path_of_settings())
    assert first_kind() == "bao-cao-tu-danh-gia"


def test_an_open_panel_follows_the_language_there_and_back(office, filled, panel_in, monkeypatch):
    from vanthu_uno import interface
    from vanthu_uno.open_sessions import take_up_settings

    document, _ = filled
    panel = panel_in(document)
    panel.profile.fold(True)
    shown = ("fill", "score_label", "parent_label", "fold")
    texts = [label_of(panel, name) for name in shown]
    monkeypatch.setattr(interface, "home", lambda context: str(compiled(Path(office.profile).parent)))

    settings.save(Settings(language="en"), path_of_settings())
    interface.take_up(office.context)
    take_up_settings()

    english = [label_of(panel, name) for name in shown]
    assert english == ["Fill the document", "~Score (maximum 10):", "Superior body", "Open profile"]
    assert panel.control("about").getModel().HelpText.startswith("Profile 20")
    assert "Điểm" not in panel.control("list_label").getText()

    settings.save(Settings(), path_of_settings())
    interface.take_up(office.context)
    take_up_settings()

    assert [label_of(panel, name) for name in shown] == texts


def test_a_document_filled_in_english_reads_as_one_filled_in_vietnamese(office, filled, tmp_path):
    _, session = filled
    language.use(language.translations(compiled(tmp_path) / "locale" / "en" / "LC_MESSAGES" / "vanthu.mo"))

    assert session.fill().sentence == "The document agrees with the data; there is nothing to fill."


def test_the_menu_tells_the_title_of_a_command_once_another_language_was_in_use(office, tmp_path, monkeypatch):
    from vanthu_uno import titles
    from vanthu_uno.titles import title

    monkeypatch.setattr(titles, "_renamed", False)
    assert title(office.context, "vnd.vanthu:fill") == ""
    language.use(language.translations(compiled(tmp_path) / "locale" / "en" / "LC_MESSAGES" / "vanthu.mo"))
    assert title(office.context, "vnd.vanthu:fill") == "~Fill the document"
    assert title(office.context, "vnd.vanthu:nothing") == ""
    language.use()
    assert title(office.context, "vnd.vanthu:fill") == "~Điền vào văn bản"


def label_of(panel, name):
    return panel.control(name).getModel().Label


def compiled(folder):
    """A folder of the extension with its English catalog."""
    from office.test_catalogs import catalogs

    path = folder / "locale" / "en" / "LC_MESSAGES" / "vanthu.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(catalogs.compiled())
    return folder


# the profile


def test_the_whole_profile_is_shown_and_kept_as_it_is(profile_dialog):
    profile_file.save(PROFILE, path_of_profile())
    dialog = profile_dialog()

    assert dialog.profile() == PROFILE
    dialog.actionPerformed(Pressed("ok"))
    assert profile_file.load(path_of_profile()) == PROFILE


def test_what_is_changed_in_the_profile_is_kept_line_by_line(profile_dialog):
    dialog = profile_dialog()
    dialog.dialog.getControl("name").setText("  Trường A ")
    dialog.dialog.getControl("recipients").setText("Như trên\n\n  Sở Giáo dục ")
    dialog.dialog.getControl("mark").selectItemPos(1, True)

    dialog.actionPerformed(Pressed("ok"))

    kept = profile_file.load(path_of_profile())
    assert kept == Profile(unit=Unit(name="Trường A"), signer=Signer("TM."), recipients=("Như trên", "Sở Giáo dục"))


def test_a_mark_of_authority_that_there_is_not_is_said_and_nothing_is_kept(profile_dialog):
    profile_file.save(PROFILE, path_of_profile())
    dialog = profile_dialog()
    dialog.dialog.getControl("above").setText("T/M ỦY BAN NHÂN DÂN")

    dialog.actionPerformed(Pressed("ok"))

    assert said(dialog) == 'không có chữ quyền hạn "T/M"; được phép: TM., KT., TL., TUQ., Q.'
    assert profile_file.load(path_of_profile()) == PROFILE


def test_a_profile_that_cannot_be_kept_is_a_sentence_and_the_dialog_stays(profile_dialog, monkeypatch, tmp_path):
    (tmp_path / "tệp").write_text("không phải thư mục", encoding="utf-8")
    dialog = profile_dialog()
    monkeypatch.setenv("VANTHU_SETTINGS", str(tmp_path / "tệp"))

    dialog.actionPerformed(Pressed("ok"))

    assert "không ghi được tệp" in said(dialog)
