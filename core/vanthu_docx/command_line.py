"""The command ``vanthu``. Exit 0 done; 1 done, with findings that are errors; 2 unusable input, one line on stderr."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from vanthu import __version__, messages
from vanthu.assessment import Assessment
from vanthu.data_error import DataError, listed
from vanthu.dossier import Dossier
from vanthu.finding import Severity
from vanthu.form import Form
from vanthu.library import Library
from vanthu.profile import completed, profile_of
from vanthu.profile_file import save as save_profile
from vanthu.progress import with_progress
from vanthu.record import Record
from vanthu.record_file import load
from vanthu.report import assessment_json, dossier_json, findings_json, progress_json

from . import batch_messages, doctor, house, terminal
from .dossier import deliver_dossier, listed_dossier
from .parser import Parser, named_path
from .render import ENGINES, render
from .safety_net import caught

DONE, FOUND_ERRORS = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; whatever goes wrong is one Vietnamese line and exit code 2."""
    return caught(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="vanthu", description="Chấm điểm, xếp loại và lập văn bản hành chính theo Nghị định 30/2020.")
    parser.add_argument("--version", action="version", version=__version__, help="xem số phiên bản")
    commands = parser.add_subparsers(required=True, metavar="LỆNH", parser_class=Parser)
    forms = commands.add_parser("forms", help="các bộ tiêu chí và hiệu lực")
    forms.add_argument("--json", action="store_true", help="in JSON cho chương trình khác")
    forms.add_argument(
        "--on", type=_day, metavar="NGÀY", help="chỉ các bộ đang có hiệu lực vào ngày này, dạng 2024-01-10"
    )
    forms.set_defaults(run=_forms)
    kinds = commands.add_parser("kinds", help="các loại văn bản lập được")
    kinds.add_argument("--form", metavar="BỘ", help="chỉ các loại dùng cho bộ tiêu chí này, ví dụ dvht-2023")
    kinds.add_argument("--json", action="store_true", help="in JSON cho chương trình khác")
    kinds.set_defaults(run=_kinds)
    assessing = commands.add_parser("assess", help="kết quả, lưu ý và cách tính của một tệp dữ liệu")
    assessing.add_argument("record", type=named_path, metavar="DỮ_LIỆU", help="tệp .toml hoặc .json")
    assessing.add_argument("--json", action="store_true", help="in JSON cho chương trình khác")
    assessing.add_argument("--on", type=_day, metavar="NGÀY", help="tính hạn theo ngày này (mặc định: hôm nay)")
    assessing.set_defaults(run=_assess)
    rendering = commands.add_parser("render", help="lập một văn bản")
    rendering.add_argument("kind", metavar="LOẠI", help=_KIND_HELP)
    rendering.add_argument("record", type=named_path, metavar="DỮ_LIỆU", help="tệp .toml hoặc .json")
    rendering.add_argument(
        "-o", "--output", type=named_path, required=True, metavar="RA", help="tệp .docx, .odt hoặc .pdf"
    )
    rendering.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="docx (mặc định) hoặc writer")
    rendering.set_defaults(run=_render)
    gathering = commands.add_parser("dossier", help="lập cả hồ sơ: các văn bản và danh mục nói còn thiếu gì")
    gathering.add_argument("record", type=named_path, metavar="DỮ_LIỆU", help="tệp .toml hoặc .json")
    gathering.add_argument(
        "--out", type=named_path, metavar="THƯ_MỤC", help="thư mục ghi hồ sơ; bỏ được khi chỉ xem bằng --json"
    )
    gathering.add_argument("--json", action="store_true", help="in JSON cho chương trình khác")
    gathering.add_argument("--on", type=_day, metavar="NGÀY", help="tính hạn theo ngày này (mặc định: hôm nay)")
    gathering.add_argument("--pdf", action="store_true", help="ghi thêm bản .pdf của từng văn bản")
    gathering.set_defaults(run=_dossier)
    keeping = commands.add_parser("profile", help="hồ sơ đơn vị: xem, hoặc nhớ từ một tệp dữ liệu")
    keeping.add_argument(
        "--from", dest="record", type=named_path, metavar="DỮ_LIỆU", help="nhớ đơn vị, người ký, nơi nhận của tệp này"
    )
    keeping.set_defaults(run=_profile)
    diagnosis = commands.add_parser("doctor", help="đã cài gì, còn thiếu gì, cách chữa")
    diagnosis.set_defaults(run=_doctor)
    return parser


_KIND_HELP = (
    "tên mẫu, ví dụ bao-cao-tu-danh-gia, hoặc một tệp mẫu riêng (.docx .dotx .odt .ott .doc .rtf). Mẫu riêng được điền "
    "như loại văn bản ghi ở kind của dữ liệu; không ghi thì loại trùng tên tệp; không trùng thì loại của bộ tiêu chí "
    "biết nhiều ô của mẫu nhất"
)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(batch_messages.NO_SUCH_DAY.format(text=text)) from None


def _forms(options: argparse.Namespace) -> int:
    library = house.open_library()
    forms = library.forms_in_force(options.on) if options.on else library.forms
    if options.json:
        _print_json([_form_json(form) for form in forms])
    else:
        terminal.show_forms(terminal.console(), forms)
    return DONE


def _kinds(options: argparse.Namespace) -> int:
    library = house.open_library()
    form = library.form(options.form) if options.form else None
    kinds = [kind for kind in library.kinds if form is None or kind.serves(form.id)]
    if options.json:
        _print_json([{"id": kind.id, "title": kind.title, "forms": list(kind.form_ids)} for kind in kinds])
    else:
        terminal.show_kinds(terminal.console(), kinds)
    return DONE


def _form_json(form: Form) -> dict[str, object]:
    return {
        "id": form.id,
        "title": form.title,
        "mode": form.mode.value,
        "source": form.source.number,
        "effective_from": form.effective_from.isoformat(),
        "effective_to": form.effective_to.isoformat() if form.effective_to else None,
        "replaced_by": form.replaced_by or None,
    }


def _assess(options: argparse.Namespace) -> int:
    library = house.open_library()
    record, today = _record(options.record, library), options.on or date.today()
    assessment = with_progress(library.assess(record), record, today)
    if options.json:
        _print_json({**assessment_json(assessment), **progress_json(assessment, record, today)})
    else:
        terminal.show_assessment(terminal.console(), assessment, record)
        terminal.show_progress(terminal.console(), assessment, record, today)
    return _code(assessment)


def _render(options: argparse.Namespace) -> int:
    library = house.open_library()
    record = _record(options.record, library)
    rendered = render(library, options.kind, record, options.output, options.engine)
    terminal.show_findings(terminal.console(stderr=True), rendered.assessment)
    _say_left_out(rendered.typed_without)
    if rendered.without:
        print(batch_messages.LEFT_OUT.format(names=listed(rendered.without)))
    if rendered.kept:
        print(batch_messages.OLDER_KEPT.format(path=rendered.kept))
    print(batch_messages.WRITTEN.format(path=options.output))
    return _code(rendered.assessment)


def _say_left_out(names: Sequence[str]) -> None:
    if names:
        print(batch_messages.TYPED_LEFT_OUT.format(names="; ".join(names)))


def _dossier(options: argparse.Namespace) -> int:
    if options.out is None and not options.json:
        raise DataError("--out", batch_messages.NO_FOLDER_NAMED)
    library = house.open_library()
    record, today = _record(options.record, library), options.on or date.today()
    if options.out is None:
        return _listed_dossier(library, record, today)
    delivered = deliver_dossier(library, record, options.out, today, options.pdf)
    files, kept = ([str(path) for path in paths] for paths in (delivered.files, delivered.kept))
    if options.json:
        _print_json(
            {
                **_dossier_json(delivered.dossier, delivered.assessment, record, today),
                "files": files,
                "kept": kept,
                "left_out": list(delivered.typed_without),
            }
        )
        return _code(delivered.assessment)
    terminal.show_dossier(terminal.console(), delivered.dossier)
    terminal.show_progress(terminal.console(), delivered.assessment, record, today)
    terminal.show_findings(terminal.console(stderr=True), delivered.assessment)
    _say_left_out(delivered.typed_without)
    for path in kept:
        print(batch_messages.OLDER_KEPT.format(path=path))
    print(batch_messages.DOSSIER_WRITTEN.format(count=len(files), folder=options.out))
    return _code(delivered.assessment)


def _listed_dossier(library: Library, record: Record, today: date) -> int:
    """Without a folder nothing is written; only programs ask for that."""
    found, assessment = listed_dossier(library, record, today)
    _print_json({**_dossier_json(found, assessment, record, today), "files": [], "kept": []})
    return _code(assessment)


def _dossier_json(found: Dossier, assessment: Assessment, record: Record, today: date) -> dict[str, object]:
    """The assessment in short, where it stands, and the documents."""
    return {
        "form": record.form,
        "year": record.year,
        "unit": record.unit.name,
        **progress_json(assessment, record, today),
        **dossier_json(found),
        "findings": findings_json(assessment.findings),
    }


def _record(path: Path, library: Library) -> Record:
    """The record, its blanks filled from the profile of the organisation; the library knows its form and its kind."""
    record = load(path)
    try:
        library.check(record)
    except DataError as error:
        raise DataError(path.name, str(error)) from None
    profile = house.kept_profile()
    return completed(record, profile) if profile else record


def _profile(options: argparse.Namespace) -> int:
    place = house.profile_file()
    if options.record:
        _keep_profile(load(options.record), options.record.name, place)
    profile = house.kept_profile()
    if profile is None:
        print(messages.NO_PROFILE)
    else:
        terminal.show_profile(terminal.console(), profile)
        print(batch_messages.PROFILE_FILE.format(path=place))
    return DONE


def _keep_profile(record: Record, name: str, place: Path) -> None:
    if not record.unit.name:
        raise DataError(name, messages.NOTHING_TO_KEEP)
    save_profile(profile_of(record), place)
    print(messages.PROFILE_KEPT)


def _doctor(options: argparse.Namespace) -> int:
    missing = False
    for check in doctor.checks():
        missing = missing or bool(check.cure)
        print("{} {}: {}".format("✗" if check.cure else "✓", check.name, check.found or batch_messages.MISSING))
        if check.cure:
            print(batch_messages.CURE.format(cure=check.cure))
    return FOUND_ERRORS if missing else DONE


def _code(assessment: Assessment) -> int:
    errors = any(finding.severity is Severity.ERROR for finding in assessment.findings)
    return FOUND_ERRORS if errors else DONE


def _print_json(values: object) -> None:
    print(json.dumps(values, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    sys.exit(main())
