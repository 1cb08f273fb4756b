"""Every sentence of the interface, once, in Vietnamese. A finding's sentence says what to do.

Each is said through ``language.tell(messages.NAME, fact=...)``; extension/po holds the English ones. What documents say
stands in ``document_words``.
"""

from __future__ import annotations

import re

from .finding import Finding, FindingCode
from .language import tell
from .quote import quoted
from .slots import slot_name

_SCORE_PLACE = re.compile(r"diem_([0-9]\w*)\Z")

FINDINGS = {
    FindingCode.ABOVE_MAXIMUM: "Mục {place}: điểm {typed} lớn hơn điểm tối đa {maximum}. Hãy nhập lại.",
    FindingCode.NEGATIVE: "Mục {place}: điểm {typed} nhỏ hơn 0. Hãy nhập từ 0 đến {maximum}.",
    FindingCode.NOT_A_NUMBER: "Mục {place}: “{typed}” không phải là số. Hãy nhập số như 8 hoặc 8,5.",
    FindingCode.UNKNOWN_CRITERION: "Bộ tiêu chí không có mục “{place}” (đã nhập “{typed}”). Hãy kiểm tra lại mã mục.",
    FindingCode.DUPLICATE_CRITERION: "Mục {place} được nhập hai lần: {typed}. Hãy giữ lại một điểm.",
    FindingCode.MISSING_SCORE: "Mục {place} chưa có điểm (tối đa {maximum}).",
    FindingCode.COMPUTED_ROW_TYPED: (
        "Mục {place} được tính từ các mục con; “{typed}” nhập ở đây không được dùng. Hãy xóa đi."
    ),
    FindingCode.PART_WITHOUT_MAXIMUM: (
        "Mục {place} chưa được chia điểm tối đa nên điểm {typed} không được tính. "
        "Hãy nhập điểm ở mục {parent}, hoặc thêm cách chia điểm của đơn vị."
    ),
    FindingCode.PARTS_DIFFER: (
        "Mục {place}: các gạch đầu dòng cộng lại là {sum}, nhưng điểm nhập là {typed}. Hãy sửa một trong hai."
    ),
    FindingCode.PARTS_TOO_FEW: (
        "Mục {place}: điểm nhập là {typed}, nhưng với các gạch đầu dòng đã chấm thì nhiều nhất là {sum}. "
        "Hãy sửa một trong hai."
    ),
    FindingCode.PARTS_INCOMPLETE: (
        "Mục {place}: dùng điểm {typed} đã nhập, nhưng các gạch đầu dòng mới chấm được {sum}. Hãy chấm đủ hoặc xóa đi."
    ),
    FindingCode.GROUP_SUM_DIFFERS: (
        "Mục {place}: {what} {sum}, nhưng văn bản ghi {typed} (lệch {difference}). "
        "Hãy sửa số ghi thành {score}{repair}."
    ),
    FindingCode.TOTAL_DIFFERS: (
        "Tổng điểm tính lại: {sum}, nhưng văn bản ghi {typed} (lệch {difference}). {rating} "
        "Hãy sửa số ghi thành {score}{repair}."
    ),
    FindingCode.RATING_DIFFERS: "Xếp loại tính lại là {rating}, nhưng văn bản ghi {typed}. Hãy sửa lại xếp loại.",
    FindingCode.STATED_UNREADABLE: (
        "Không so sánh được “{place}” với “{typed}” ghi trong văn bản: {reason}. Hãy sửa hoặc bỏ mục này."
    ),
    FindingCode.NOT_WHOLE: (
        "Mục {place}: điểm {typed} không phải số nguyên. Thông tư chỉ cho điểm nguyên; hãy nhập lại."
    ),
    FindingCode.MAXIMA_UNKNOWN: (
        "Chưa có điểm tối đa của từng tiêu chí (phụ lục của {source} không có trong nguồn), nên chưa xếp loại được. "
        "Hãy thêm bảng điểm của đơn vị, cộng lại đủ 100."
    ),
    FindingCode.NOTHING_TO_SCORE: "Bộ tiêu chí {typed} chỉ dùng để phân công, không chấm điểm.",
    FindingCode.UNIT_TYPE_MISSING: (
        "Chưa biết loại đơn vị{now} nên chưa biết chỉ tiêu nào áp dụng. Hãy chọn một trong: {allowed}."
    ),
    FindingCode.NO_SUCH_SCOPE: (
        "Phạm vi (scope) “{typed}” không có cho loại đơn vị này. Hãy ghi một trong: {allowed}; hoặc để trống."
    ),
    FindingCode.NOT_FOR_THIS_UNIT: (
        "Chỉ tiêu {place} không áp dụng cho loại đơn vị này; “{typed}” không được dùng. "
        "Hãy xóa đi hoặc xem lại loại đơn vị."
    ),
    FindingCode.MISSING_ANSWER: "Chỉ tiêu {place} chưa được đánh giá.",
    FindingCode.NOT_AN_ANSWER: "Chỉ tiêu {place}: không hiểu “{typed}”. Hãy nhập đạt, không đạt hoặc không áp dụng.",
    FindingCode.NOT_A_COUNT: "Chỉ tiêu {place}: không hiểu “{typed}”. Hãy nhập dạng {example} ({counted}).",
    FindingCode.COUNT_OF_ZERO: (
        "Chỉ tiêu {place}: “{typed}” có tổng số bằng 0 nên không tính được tỷ lệ. Hãy nhập tổng số thật, "
        "hoặc không áp dụng kèm lý do."
    ),
    FindingCode.COUNT_ABOVE_TOTAL: "Chỉ tiêu {place}: “{typed}” có số đạt lớn hơn tổng số. Hãy nhập lại.",
    FindingCode.COUNT_TOTALS_DIFFER: (
        "Chỉ tiêu {place}: hai tổng số trong “{typed}” khác nhau, nhưng cả hai đều là tổng số {among}. "
        "Hãy nhập lại ({counted})."
    ),
    FindingCode.COUNT_NOT_A_PART: (
        "Chỉ tiêu {place}: trong “{typed}”, số đứng sau là một phần của số đứng trước nên không lớn hơn được. "
        "Hãy nhập lại ({counted})."
    ),
    FindingCode.NOT_A_GRADE: "Chỉ tiêu {place}: không hiểu “{typed}”. Hãy nhập mức độ {grades} hoặc không đạt.",
    FindingCode.NOT_A_DIGITAL_LEVEL: (
        "Chỉ tiêu {place}: không hiểu “{typed}”. Hãy nhập chưa đáp ứng, cơ bản hoặc tốt (mức độ chuyển đổi số)."
    ),
    FindingCode.REASON_MISSING: (
        "Chỉ tiêu {place} ghi không áp dụng. Hãy ghi lý do, ví dụ: không áp dụng: đơn vị mới lập."
    ),
    FindingCode.NOT_APPLICABLE_UNSAID: (
        "Mục {places} ghi không áp dụng nên không được tính vào kết quả; nơi tiếp nhận hồ sơ sẽ xem lại lý do."
    ),
    FindingCode.NOTHING_APPLIES: (
        "Mọi chỉ tiêu đều ghi không áp dụng nên không có kết quả. Hãy đánh giá những chỉ tiêu mà đơn vị phải đạt."
    ),
    FindingCode.MISSING_EVIDENCE: ("Mục {place} chưa có minh chứng nên {consequence}. Hãy ghi minh chứng ({article})."),
    FindingCode.EVIDENCE_OF_GROUP: (
        "Mục {place} được tính từ các mục con nên minh chứng ghi ở đây (“{typed}”) không được dùng. "
        "Hãy chuyển xuống mục con."
    ),
    FindingCode.FORM_REPEALED: "{source} đã bị bãi bỏ từ {day}{by}. {successor}Hãy kiểm tra lại bộ tiêu chí áp dụng.",
    FindingCode.FORM_OVER: "{source} chỉ áp dụng đến hết ngày {day}. Hãy kiểm tra lại bộ tiêu chí áp dụng.",
    FindingCode.FORM_NOT_YET: "{source} chỉ có hiệu lực từ {day}. Hãy kiểm tra lại bộ tiêu chí áp dụng.",
    FindingCode.UNASSIGNED: "Mục {place} chưa phân công cho cơ quan nào. Hãy ghi cơ quan phụ trách.",
    FindingCode.LAYER_REFUSED: "Không dùng được tầng của đơn vị: {reason}. Hãy sửa tệp đó.",
    FindingCode.RECEIVER_UNKNOWN: (
        "Từ {day} không còn {receiver}. Chưa rõ nơi tiếp nhận hồ sơ; hãy hỏi cấp trên và ghi vào mục nơi tiếp nhận."
    ),
    FindingCode.NUMBER_WITH_SYMBOL: (
        "Số văn bản ghi “{typed}”: chỉ ghi số, ví dụ 07; dấu / và ký hiệu đã có sẵn trong văn bản. Hãy nhập lại."
    ),
    FindingCode.UPGRADE_TOO_EARLY: (
        "Chưa đủ {months} tháng kể từ ngày được công nhận {recognised}; "
        "từ {day} mới đề nghị nâng mức độ được ({article})."
    ),
    FindingCode.LEVEL_ENDED: "{scope}: cấp này đã kết thúc từ {day}. Hãy kiểm tra lại cấp đánh giá và nơi nhận hồ sơ.",
}

SUM_OF_LINES = "tổng các mục con là"
SCORE_OF_LINE = "điểm của mục này là"
NOT_SCORED = "chưa được chấm điểm"  # what has no evidence, where points are given, and where levels are
NOT_COUNTED_AS_MET = "chưa được tính là đạt"

STATED_LIMITS = {  # by how the form judges
    "points": "phải là mã mục, total hoặc rating, và điểm phải là số",
    "levels": "bộ tiêu chí này không có điểm, chỉ có kết quả (rating)",
    "list": "bộ tiêu chí này không có điểm, không có kết quả",
}
REPAIR = "; nếu {typed} là đúng thì {choices}"
REPAIR_CHOICE = "mục {place} phải là {score}"
OR = " hoặc "
RATING_STAYS = "Xếp loại vẫn là {rating}."
RATING_BECOMES = "Xếp loại là {rating}."

EXPLAIN_GROUP = "Nhóm {place}: {sum}"
EXPLAIN_PARTS = "Mục {place}: {sum}"
EXPLAIN_TOTAL = "Tổng điểm: {sum}"
EXPLAIN_RATING = "Xếp loại {rating}: tổng điểm {total} nằm trong khoảng {band} ({article} {source})"
EXPLAIN_ZERO = "Xếp loại {rating}: tổng điểm {total}, nhưng mục {places} bị điểm 0 ({article} {source})"
EXPLAIN_UNRATED = "Chưa xếp loại: còn {count} mục chưa có điểm dùng được ({places})"
EXPLAIN_OPEN = "Chưa có kết quả: còn {count} chỉ tiêu chưa đánh giá được ({places})"
BAND_TOP = "từ {low} đến {high}"
BAND_BELOW = "từ {low} đến dưới {high}"

EXPLAIN_LEVEL_GROUP = "Tiêu chí {place}: {rating} (các chỉ tiêu {parts} cùng đạt)"
EXPLAIN_GAPPED_GROUP = "Tiêu chí {place}: {rating} (các chỉ tiêu {parts} cùng đạt), nhưng chưa đạt {lower} ({gaps})"
EXPLAIN_UNMET_GROUP = "Tiêu chí {place}: {rating} (các chỉ tiêu {parts} không cùng đạt mức nào)"
EXPLAIN_WAIVED_GROUP = "Tiêu chí {place}: {rating}"
EXPLAIN_INDICATOR = "Chỉ tiêu {place}: {answer}{rating}{article}"
EXPLAIN_LEVEL = "Kết quả {rating}: mức cao nhất mà các tiêu chí {parts} cùng đạt"
EXPLAIN_UNMET = "Kết quả {rating}: các tiêu chí {parts} không cùng đạt mức nào"
NOT_ASKED = "{level} không yêu cầu"
NOT_ASKED_UNMET = "{level} không yêu cầu, chưa đạt {lower}"
NOT_APPLICABLE = "không áp dụng"
NO_EVIDENCE = "không đạt vì chưa có minh chứng"

REPEALED_BY = " bởi {text} (ban hành ngày {issued})"
SUCCESSOR = "Văn bản thay thế: {text}, bộ tiêu chí {form}. "
DATA_WINDOW = "Số liệu tính từ {first} đến {last} ({article})"
DAYS_LEFT = "{label}: chậm nhất ngày {day}, còn {count} ngày ({article})"
DUE_TODAY = "{label}: hạn cuối là hôm nay, {day} ({article})"
OVERDUE = "{label}: hạn cuối {day}, quá hạn {count} ngày ({article})"
STATES = {
    "draft": "đang soạn",
    "ready": "đủ để trình",
    "submitted": "đã trình",
    "recognised": "được công nhận đến {day}",
    "expired": "đã hết thời hạn công nhận sau ngày {day}",
}

DISTANCE_LEVEL = "còn {count} chỉ tiêu để đạt {rating}: {parts}"
DISTANCE_MEMBERS = "{place} (thêm {members})"

MAXIMUM_FROM = "Điểm tối đa ở đây không do Thông tư chia mà lấy theo {source}."
PROMPT_POINTS = "Đ~iểm (tối đa {maximum}):"
PROMPT_SCORE = "Đ~iểm:"  # where nobody knows the maximum
PROMPT_GROUP = "~Kết quả (tự tính):"
PROMPT_COUNT = "~Kết quả (như {example}, cần {least}):"
PROMPT_COUNTED = "~Kết quả ({percent}, cần {least}):"
PROMPTS = {  # by measure
    "yes_no": "~Kết quả (đạt, không đạt):",
    "grade": "~Kết quả (mức độ {grades}):",
    "digital": "~Kết quả (cơ bản, tốt):",
}
SHEET_OF_POINTS = "Điểm/tối đa và ~tiêu chí:"
SHEET_OF_LEVELS = "Kết quả, mức đạt và chỉ ~tiêu:"
PROFILE = "Hồ sơ"
FOLD_PROFILE = "Thu gọn"
UNFOLD_PROFILE = "Mở hồ sơ"
CHOOSE_UNIT_TYPE = "Hãy chọn “Loại đơn vị” ở Hồ sơ; các chỉ tiêu của loại đó sẽ hiện ra."
UNIT_TYPES = {
    "co-quan": "Cơ quan",
    "su-nghiep": "Đơn vị sự nghiệp",
    "ubnd-xa": "Ủy ban nhân dân cấp xã",
    "doan-the": "Đoàn thể, hội",
    "doanh-nghiep": "Doanh nghiệp",
    "mam-non": "Cơ sở giáo dục mầm non",
    "tieu-hoc": "Trường tiểu học",
    "thcs": "Trường trung học cơ sở",
    "thpt": "Trường trung học phổ thông",
    "gdtx": "Giáo dục thường xuyên",
    "gdnn": "Giáo dục nghề nghiệp",
    "dai-hoc": "Cơ sở giáo dục đại học",
    "xa": "Xã",
    "huyen": "Huyện",
    "tinh": "Tỉnh",
}
UNIT_TYPE_IN = "{name} ({scope})"
COUNTED = "số đạt/tổng số {name}"
COUNTED_AMONG = "số {name}/tổng số {among}"
TYPE_TYPED = " (đang ghi “{typed}”)"
SHORT_LEVEL = "mức {level}"
SHORT_NOT_MET = "không"

DISTANCE = "còn thiếu {missing} điểm để đạt loại {rating}"
DISTANCE_ZERO = "mục {places} phải có điểm thì mới được xếp loại {rating}"
DISTANCE_AND_ZEROS = "còn thiếu {missing} điểm để đạt loại {rating}, và mục {places} phải có điểm"
DISTANCE_TOP = "đã đạt loại cao nhất"
DISTANCE_TOP_LEVEL = "đã đạt mức độ cao nhất"
PROGRESS = "Đã chấm {done}/{all} mục"
UNRATED = "Chưa xếp loại"

NO_DOSSIER = "bộ tiêu chí {form} không quy định hồ sơ phải nộp"
DOSSIER_UNKNOWN = "chưa biết cấp đánh giá nên chưa biết hồ sơ gồm gì; hãy ghi loại đơn vị (unit_type)"

NEXT_YEAR = "Năm đánh giá: {old} thành {new}."
NEXT_FORM = "Bộ tiêu chí: “{old}” đã hết hiệu lực, thay bằng “{new}”."
NEXT_KIND = "Văn bản: “{old}” thay bằng “{new}”."
NO_KIND = "chưa chọn"
NEXT_ANSWERS = "Đã bỏ {typed} kết quả đã nhập và minh chứng của {evidence} mục; hãy nhập lại cho năm mới."
NEXT_ASSIGNED = "Đã bỏ phân công của {count} mục, vì bộ tiêu chí mới có các mục khác; hãy phân công lại."
NEXT_PROGRESS = "Ngày trình và ngày được công nhận của năm trước không ghi vào văn bản mới."
NEXT_NUMBER = "Số và ngày của văn bản để trống."
NEXT_OPENED = "Đã lập văn bản mới từ văn bản này; văn bản cũ không bị đụng tới. Khác với năm trước:"
NEXT_WITHOUT_RECORD = "Văn bản này chưa có dữ liệu của Văn thư nên chưa lập được cho năm sau."
NEXT_WITHOUT_KIND = "Chưa lập văn bản nào. Hãy chọn Văn thư ▸ Lập văn bản mới… để chọn văn bản cho năm sau."
NEXT_NARRATIVE = "Lời văn còn nhắc năm {year}; hãy đọc lại trước khi trình."

FILLED = "Đã điền {count} chỗ vào văn bản."
RULES_SET = "Đã chỉnh độ dài đường kẻ; chữ trong văn bản đã đúng."
NOTHING_WRITTEN = "Không điền chỗ nào."
NOTHING_TO_FILL = "Văn bản đã đúng với dữ liệu, không có gì phải điền."
KEPT = "Giữ nguyên {count} chỗ đã sửa tay: {places}."
LOST = "Không còn chỗ cho: {places}."
NO_PLACES = (
    "Văn bản này chưa có ô điền của Văn thư. Hãy chọn Văn thư ▸ Lập văn bản mới… để mở một văn bản mới, "
    "Văn thư ▸ Nhận bảng điểm của văn bản nếu ở đây đã có bảng điểm, hoặc Văn thư ▸ Đánh dấu ô điền… để đặt ô."
)
READ_ONLY = "Văn bản đang mở ở chế độ chỉ đọc. Hãy bấm Sửa tài liệu hoặc lưu thành bản khác rồi làm lại."
PROFILE_KEPT = "Đã nhớ hồ sơ đơn vị; văn bản mới sẽ có sẵn."
NO_PROFILE = "Chưa nhớ hồ sơ đơn vị nào. Gõ vanthu profile --from DỮ_LIỆU để lấy từ một tệp dữ liệu."
OTHER_GROUP = "Văn bản khác"
BY_OLD_TEXT = "{title} (theo {source})"
NO_FORM_NEEDED = "Văn bản này không cần bộ tiêu chí."
FORM_PROPOSED = "{title}. {reason}"
FORM_DOUBTED = "Chú ý: {reason} (Bộ tiêu chí: {title}.)"
FORM_IN_FORCE = "{source} có hiệu lực từ {day}."
OTHER_FORMS = "Văn bản này còn dùng cho bộ tiêu chí khác; đổi được ở mục Hồ sơ của thanh bên."
FORM_ENDED = "{source} đã hết hiệu lực từ {day}."
FORM_NOT_BEGUN = "{source} chỉ có hiệu lực từ {day}."
USE_INSTEAD = "Năm {year} hãy chọn “{title}”."
YEAR_WANTED = "Hãy nhập năm được đánh giá bằng bốn chữ số, ví dụ 2024."
KIND_WANTED = "Không có văn bản nào như vậy. Hãy gõ ít chữ hơn."
UNIT_TYPE_OPEN = "(chưa chọn)"
BLANKS = "Còn {count} chỗ chưa điền"
NO_BLANKS = "Không còn chỗ nào chưa điền"
BLANK = "{label}: “{excerpt}”"
NOTHING_TO_KEEP = "Chưa có tên đơn vị nên chưa nhớ được."
PROFILE_LABELS = {
    "parent": "Cơ quan chủ quản",
    "name": "Đơn vị",
    "short": "Viết tắt",
    "place": "Địa danh",
    "address": "Địa chỉ",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
    "unit_type": "Loại đơn vị",
    "signer": "Người ký",
    "addressees": "Kính gửi",
    "recipients": "Nơi nhận",
    "archive": "Lưu",
    "field": "Lĩnh vực",
}
WRONG_MARK = 'không có chữ quyền hạn "{found}"; được phép: {allowed}'
NEAR_NAMES = "{name} (gần giống: {near})"
UNKNOWN_TAGS = "Không có ô điền: {names}."
STATEMENT_TAGS = (
    "Writer không làm theo được thẻ điều kiện: {names}. Hãy bỏ các thẻ ấy, hoặc lập văn bản bằng lệnh vanthu render "
    "với --engine docx."
)
TAGS_IN_FIELDS = (
    "Chưa điền được {names}: thẻ nằm trong ô điều khiển (content control) của Word. "
    "Hãy đưa thẻ ra ngoài ô ấy rồi điền lại."
)
TABLES_WITHOUT_MODEL = (
    "Chưa điền được bảng {names}: giữa dòng {{%tr for … %}} và dòng {{%tr endfor %}} chưa có dòng mẫu. "
    "Hãy thêm dòng ấy rồi điền lại."
)
TABLES_UNMADE = (
    "Chưa điền được {places}: bảng ấy thiếu dòng mẫu, hoặc dòng mẫu có ô đã gộp. "
    "Hãy hoàn tác (Ctrl+Z) việc xóa hay gộp ấy, hoặc lập văn bản mới, rồi điền lại."
)
TABLE_IN_TEXT = (
    "Ô {name} là một bảng, không đứng được trong câu; hãy đặt trong bảng các dòng "
    "{{%tr for dong in {name} %}} … {{%tr endfor %}}."
)
UNDO_INSERT = "Chèn vào văn bản"
IN_PREVIEW = "Văn bản đang ở chế độ xem thử bản in. Hãy đóng chế độ ấy rồi làm lại."
NO_CURSOR = "Hãy đặt con trỏ vào chữ trong văn bản rồi chèn lại."
INSERTED = "Đã chèn “{label}” và điền."
NO_ROOM_IN_PLACE = (
    "Con trỏ đang ở trong ô “{label}”; chữ chèn ở đó sẽ mất khi điền lại. Hãy đặt con trỏ ra ngoài ô rồi chèn."
)
NO_ROOM_IN_ROWS = (
    "Con trỏ đang ở các dòng của “{label}”; lần điền nào cũng lập lại các dòng ấy nên không đặt thêm ô vào đó được. "
    "Hãy đặt con trỏ ra ngoài bảng."
)
PROTECTED_TEXT = "Chữ ở đó được bảo vệ, không sửa được. Hãy đặt con trỏ ra ngoài phần được bảo vệ rồi làm lại."
NO_ROOM_FOR_FRAGMENT = "Con trỏ đang ở trong bảng, khung hoặc đầu trang. Hãy đặt con trỏ vào một đoạn văn rồi chèn lại."
FRAGMENT_LABELS = {
    "bang-diem": "Bảng điểm",
    "bang-muc-do": "Bảng mức độ từng tiêu chí, chỉ tiêu",
    "bang-phan-cong": "Bảng phân công",
    "cac-tieu-chi": "Danh sách tiêu chí kèm kết quả",
    "tong-diem": "Tổng điểm",
    "tong-diem-bang-chu": "Tổng điểm bằng chữ",
    "xep-loai": "Xếp loại, mức độ đạt được",
    "ngay-thang": "Địa danh, ngày tháng năm",
    "dau-van-ban": "Phần đầu văn bản",
    "khoi-chu-ky": "Nơi nhận và khối chữ ký",
    "chu-ky": "Khối chữ ký",
    "noi-nhan": "Nơi nhận",
}
PREVIEW = "Sẽ điền {count} chỗ."
PREVIEW_RULES = "Chỉ còn độ dài đường kẻ phải chỉnh."
PREVIEW_KEPT = "{count} chỗ đã sửa tay được giữ nguyên; chọn “Ghi đè chỗ này” ở chỗ nào muốn thay."
PREVIEW_LINE = "{label}: {old} → {new}"
PREVIEW_BY_HAND = "{mark} {label} (sửa tay): {old} → {new}"
EMPTY = "(trống)"
AN_OBJECT = "(hình, khung, nhận xét, công thức)"
READ_LINE = "{mark} {label}: {old} | {new}"
READ_ANSWER = "Mục {line}"
READ_EVIDENCE = "Minh chứng mục {line}"
READ_DIFFERS = "{count} chỗ trong văn bản khác với thanh bên; dấu [x] là lấy theo văn bản."
READ_FRESH = "Ngoài ra lấy {count} chỗ thanh bên còn trống."
READ = "Đã đọc {count} chỗ từ văn bản."
READ_KEPT = "Giữ theo thanh bên {count} chỗ."
READ_NOTHING = "Văn bản không có gì mới so với thanh bên."
READ_NOT_POSSIBLE = "Chưa đọc được {places}: bảng đã thay đổi nhiều quá. Hãy nhập ở thanh bên rồi điền."
UNDO_READ = "Đọc từ văn bản"
UNDONE = "Đã hoàn tác: {title}."
UNDONE_FOR_GOOD = "Đã hoàn tác: {title}. Bảng quá dài để làm lại bằng Ctrl+Y; muốn có lại thì điền lại."
REDONE = "Đã làm lại: {title}."
UNDO_FILL = "Điền vào văn bản"
UNDO_MARK = "Đánh dấu ô điền"
MARKED = "Đã đánh dấu ô {label}."
NOT_MARKABLE = "Hãy bôi đen chữ trong một đoạn hoặc một ô của bảng rồi đánh dấu lại."
UNDO_BIND = "Nhận bảng điểm"
BOUND = "Đã nhận bảng điểm: {lines} dòng; {total}."
BOUND_LEVELS = "Đã nhận bảng mức độ: {lines} chỉ tiêu; {result}."
BOUND_UNIT_TYPE = "hãy chọn “Loại đơn vị” ở Hồ sơ"
BOUND_OPEN_LEVELS = "còn {count} chỉ tiêu chưa đánh giá được"
BOUND_RATING = "kết quả: {rating}"
BOUND_TOTAL = "tổng {total}"
BOUND_DIFFERS = "tổng ghi {stated}, tính lại {total}"
BOUND_OPEN = "còn {count} mục chưa có điểm dùng được"
BOUND_KEPT = "Giữ điểm đã nhập, khác với bảng, ở {count} mục: {places}."
BOUND_YEAR = "Năm đánh giá đang là {year}; hãy kiểm tra."
BOUND_TWICE = "Số {stated} còn ở {count} chỗ khác trong lời văn; hãy xem lại."
NO_SCORE_TABLE = "Không tìm thấy bảng điểm hay bảng mức độ nào của các bộ tiêu chí trong văn bản này."
OTHER_FORM = (
    "Bảng điểm trong văn bản theo bộ tiêu chí “{found}”, còn điểm đã nhập theo “{typed}”. "
    "Hãy xóa điểm đã nhập rồi nhận lại."
)
TAKE_FROM_TABLE = (
    "Điểm đã nhập khác điểm trong bảng của văn bản ở {count} mục: {places}. Lấy điểm trong bảng thay cho điểm đã nhập?"
)
SCORE_PLACE = "Điểm mục {line}"
TABLE_CELL = "{table}, dòng {row}, cột {column}"
TABLE_ROW = "{table}, dòng {row}"
TABLE_COLUMN = "{table}, cột {column}"

MARK_WORDS = (  # title, prompt, button, what the mouse over the list shows
    "Đánh dấu ô điền",
    "Chỗ đang chọn là ô:",
    "Đánh dấu",
    "Chữ đang bôi đen trở thành ô này; chưa bôi đen thì thẻ điền được chèn tại con trỏ",
)
INSERT_WORDS = (
    "Chèn vào văn bản",
    "Chèn tại con trỏ:",
    "Chèn",
    "Phần này được chèn tại con trỏ và điền ngay",
)
FILE_WORDS = (
    "Tệp minh chứng",
    "Mở một tệp, hoặc thêm tệp khác:",
    "Chọn",
    "Các tệp đã ghi ở ô minh chứng của mục này",
)
OPEN_FILE = "Mở: {name}"
ADD_FILE = "Thêm tệp khác…"
FILE_PICKER = "Chọn tệp minh chứng"
FILE_NOT_OPENED = (
    "Không mở được tệp “{name}”. Có thể tệp đã được đổi tên, chuyển sang thư mục khác, hoặc văn bản chưa được lưu."
)
BLANK_WORDS = (
    "Chỗ chưa điền",
    "Các chỗ còn để “…” hoặc còn trống:",
    "Đến chỗ này",
    "Chọn một chỗ rồi bấm Đến chỗ này để gõ tiếp trong văn bản",
)
NO_DOCUMENT = "Chưa có văn bản nào để làm việc này. Hãy mở một văn bản Writer rồi làm lại."
NO_DECK = "Cửa sổ này không có thanh bên nên chưa mở được bảng Văn thư. Hãy mở một văn bản Writer."
ABOUT = (
    "Văn thư {version}\n\n"
    "Nhập điểm đánh giá một lần, có ngay văn bản đúng thể thức theo Nghị định 30/2020/NĐ-CP.\n"
    "Phần mềm tự do, giấy phép MIT. Không dùng mạng, không gửi dữ liệu đi đâu."
)
USUAL_KIND = "(báo cáo tự đánh giá)"
NO_SUCH_FOLDER = "Không có thư mục “{folder}”. Hãy chọn lại hoặc để trống."
NAMED_ELSEWHERE = (
    "Biến môi trường {names} đang chỉ tới thư mục khác và được dùng thay; "
    "thư mục chọn ở đây có tác dụng khi bỏ biến ấy."
)
CHOOSE_FOLDER = {
    "layers": "Chọn thư mục tầng của đơn vị",
    "templates": "Chọn thư mục mẫu văn bản của đơn vị",
}
NO_GUIDE = "Không tìm thấy hướng dẫn trong phần mở rộng. Hãy cài lại Văn thư."
SORRY = "Văn thư gặp trục trặc và chưa làm được việc này. Dữ liệu đã nhập vẫn còn. Chi tiết ở tệp vanthu.log."
COPIED = "Đã sao chép. Hãy dán vào thư gửi người hỗ trợ."
NO_ENTRY = "chưa ghi lỗi nào"
LAST_ENTRY = "Lỗi gần nhất: {entry}"
OF_SYSTEM = "theo hệ thống"
DIAGNOSIS = {
    "office_language": "Ngôn ngữ của LibreOffice",
    "system": "Hệ điều hành",
    "encoding": "Mã hóa tên tệp",
    "home": "Thư mục phần mở rộng",
    "log": "Nhật ký",
    "settings": "Thiết lập",
    "forms": "Bộ tiêu chí",
}

SLOT_LABELS = {
    "bang_diem": "Bảng điểm",
    "bang_ho_so": "Bảng hồ sơ",
    "bang_muc_do": "Bảng mức độ",
    "bang_phan_cong": "Bảng phân công",
    "bang_phu_luc": "Bảng phụ lục",
    "bang_tong_hop": "Bảng tổng hợp",
    "cac_han": "Các hạn",
    "cac_phieu": "Các phiếu đánh giá",
    "cac_tieu_chi": "Các tiêu chí và kết quả",
    "can_cu": "Căn cứ",
    "cap": "Cấp đánh giá",
    "chu_tri": "Chủ trì",
    "chu_tri_hop": "Cơ quan chủ trì họp",
    "chuc_vu_ky": "Chức vụ người ký",
    "co_quan_ban_hanh": "Cơ quan ban hành",
    "co_quan_chu_quan": "Cơ quan chủ quản",
    "danh_hieu": "Danh hiệu",
    "danh_hieu_in_hoa": "Danh hiệu (in hoa)",
    "danh_sach_chi_tieu": "Danh sách chỉ tiêu",
    "danh_sach_cong_nhan": "Danh sách công nhận",
    "danh_sach_don_vi": "Danh sách đơn vị",
    "danh_sach_ho_so": "Danh sách hồ sơ",
    "danh_sach_tieu_chi": "Danh sách tiêu chí",
    "danh_sach_xep_loai": "Danh sách xếp loại",
    "dia_chi": "Địa chỉ",
    "dia_danh": "Địa danh",
    "dia_danh_thoi_gian": "Địa danh, thời gian",
    "dia_diem": "Địa điểm",
    "diem_toi_da": "Điểm tối đa",
    "diem_tong": "Tổng điểm của bảng",
    "diem_xep_loai": "Xếp loại theo bảng",
    "dien_thoai": "Điện thoại",
    "dieu_1": "Điều 1",
    "dieu_2": "Điều 2",
    "dieu_3": "Điều 3",
    "du_hop": "Thành phần cuộc họp",
    "ghi_chu_so_lieu": "Ghi chú số liệu",
    "han_bao_cao_so": "Hạn báo cáo Sở",
    "han_gui_bao_cao": "Hạn gửi báo cáo",
    "han_hoan_thanh": "Hạn hoàn thành",
    "han_nop_ho_so": "Hạn nộp hồ sơ",
    "ho_so_cap_tren": "Hồ sơ cấp trên",
    "kem_theo": "Kèm theo văn bản",
    "ket_luan": "Kết luận",
    "khach_moi": "Khách mời",
    "khoang_cach": "Khoảng cách đến mức cao hơn",
    "kien_nghi": "Kiến nghị, đề xuất",
    "kinh_gui": "Kính gửi",
    "kinh_phi": "Kinh phí",
    "ky_so_lieu": "Kỳ số liệu",
    "minh_chung": "Hướng dẫn minh chứng",
    "mo_dau": "Mở đầu",
    "muc_dich_yeu_cau": "Mục đích, yêu cầu",
    "muc_do_de_nghi": "Mức độ đề nghị",
    "nam": "Năm",
    "nam_sau": "Năm sau",
    "nhan_xet": "Nhận xét",
    "nhiem_vu": "Nhiệm vụ",
    "noi_dung": "Nội dung",
    "noi_gui": "Nơi gửi đến",
    "noi_nhan": "Nơi nhận",
    "phan_cong": "Phân công",
    "phuong_huong": "Phương hướng",
    "quy_trinh": "Quy trình",
    "so_chi_tieu": "Số chỉ tiêu",
    "so_ky_hieu": "Số, ký hiệu",
    "so_tieu_chi": "Số tiêu chí",
    "ten_chu_tri": "Tên người chủ trì",
    "ten_co_quan_chu_quan": "Tên cơ quan chủ quản",
    "ten_dia_phuong": "Tên địa phương",
    "ten_don_vi": "Tên đơn vị",
    "ten_loai": "Tên loại văn bản",
    "ten_nguoi_ky": "Tên người ký",
    "ten_thu_ky": "Tên thư ký",
    "tham_quyen": "Thẩm quyền ban hành",
    "thanh_phan": "Thành phần tham dự",
    "thanh_vien": "Thành viên",
    "thoi_gian": "Thời gian",
    "thoi_gian_bat_dau": "Thời gian bắt đầu",
    "thoi_han_cong_nhan": "Thời hạn công nhận (năm)",
    "thoi_han_thang": "Thời hạn công nhận (tháng)",
    "thong_tu": "Thông tư",
    "thu_dien_tu": "Thư điện tử",
    "thu_ky": "Thư ký",
    "tiep_nhan": "Tiếp nhận hồ sơ",
    "tinh_hinh": "Đặc điểm tình hình",
    "to_chuc_thuc_hien": "Tổ chức thực hiện",
    "ton_tai": "Tồn tại",
    "tong_diem": "Tổng điểm",
    "tong_diem_bang_chu": "Tổng điểm bằng chữ",
    "trich_yeu": "Trích yếu",
    "trich_yeu_cong_van": "Trích yếu công văn",
    "trich_yeu_in_hoa": "Trích yếu (in hoa)",
    "uu_diem": "Ưu điểm",
    "van_ban_can_cu": "Văn bản căn cứ",
    "xep_loai": "Xếp loại",
}


def sentence(finding: Finding) -> str:
    """The Vietnamese sentence of a finding.

    >>> sentence(Finding(FindingCode.ABOVE_MAXIMUM, "1.a", "11", {"maximum": "10"}))
    'Mục 1.a: điểm 11 lớn hơn điểm tối đa 10. Hãy nhập lại.'
    """
    return tell(FINDINGS[finding.code], place=quoted(finding.place), typed=quoted(finding.typed), **finding.facts)


def place_label(place: str) -> str:
    """What a clerk calls a place: a slot by its label, a cell by row and column, "bang_diem//1" is a column.

    >>> place_label("tong_diem__2"), place_label("bang_diem/3/1")
    ('Tổng điểm', 'Bảng điểm, dòng 4, cột 2')
    """
    name, row, column = (*place.split("/"), "", "")[:3]
    label = _slot_label(slot_name(name))
    words = {(True, True): TABLE_CELL, (True, False): TABLE_ROW, (False, True): TABLE_COLUMN}
    if not row and not column:
        return label
    return tell(words[bool(row), bool(column)], table=label, row=_counted(row), column=_counted(column))


def _counted(index: str) -> str:
    """People count from one."""
    return str(int(index) + 1) if index else ""


def _slot_label(slot: str) -> str:
    line = _SCORE_PLACE.match(slot)
    return tell(SCORE_PLACE, line=line.group(1).replace("_", ".")) if line else tell(SLOT_LABELS.get(slot, slot))
