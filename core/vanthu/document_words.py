"""Words and signs that are the same in every language: what documents say, and what is typed into them.

Sentences of the interface stand in ``messages`` and are told in the language in use.
"""

from __future__ import annotations

SHARE = "{met}/{of} = {percent}%"
ANSWERS = {  # what one letter each stands for; short_answer holds the letters
    "met": "đạt",
    "unmet": "không đạt",
    "not_applicable": "không áp dụng: ",
    "basic": "cơ bản",
    "good": "tốt",
}
RANGE = "–"
AND_THEN = "; "
COUNT_EXAMPLE = "19/20"
SHORT_NOT_APPLICABLE = "–"
TOTAL_OF = "{total}/{maximum}"
MISSING_VALUE = "…"
COMPLETE = "đủ"
COPIES_UNSAID = "không quy định"
NO_TEMPLATE = "Chưa có mẫu cho văn bản này; đơn vị tự soạn và đưa vào hồ sơ."
CRITERIA_MISSING = "Chưa có kết quả của các mục: {places}."
ERRORS_LEFT = "Còn {count} lỗi phải sửa trong dữ liệu."
BLANKS_LEFT = "Còn để trống: {places}."
NOTHING_TO_ASK_FOR = "Kết quả tự đánh giá: {rating}, nên chưa đề nghị công nhận được."
RECEIVER = "Nơi tiếp nhận hồ sơ: {receiver}"
POINTS = "điểm"
AS_ABOVE = "Như trên"
PEOPLES_COMMITTEE = ("ủy ban nhân dân ", "ubnd ")  # before the name of the place that it governs
ARCHIVE = "VT"  # nơi lưu when a record names none
LETTER = "Công văn"
LETTER_SUBJECT = "V/v {subject}"
ATTACHED_TO = "(Kèm theo {type} số {number} {day} của {unit})"
AND_ABOUT = "; về "
AND = " và "
INDICATORS = (  # by their level; one, several
    ("Tiêu chuẩn {codes}", "các Tiêu chuẩn {codes}"),
    ("Tiêu chí {codes}. Tiêu chuẩn {standard}", "các Tiêu chí {codes}. Tiêu chuẩn {standard}"),
    (
        "chỉ báo {codes}. Tiêu chí {criterion}. Tiêu chuẩn {standard}",
        "các chỉ báo {codes}. Tiêu chí {criterion}. Tiêu chuẩn {standard}",
    ),
)
DEMAND = "{level}, {article}: {text}."
CRITERION_LINE = "{name}: {result}."
SCORE_OF_MAXIMUM = "{score}/{maximum} điểm"
SCORE_ALONE = "{score} điểm"
ANSWER_AND_LEVEL = "{answer} ({level})"
BEFORE_DAY = "trước ngày {day}"
UNTIL_DAY = "chậm nhất ngày {day}"
FROM_TO = "từ ngày {first} đến hết ngày {last}"
CHOICE_INDENT = "   "
LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}
MARKS = {True: "[x]", False: "[ ]"}
