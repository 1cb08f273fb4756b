"""Every sentence about a file that cannot be used, once, in Vietnamese: what was found there, and what is allowed.

Each follows the name of the file and the place in it, and is said through ``language.tell(file_messages.NAME,
fact=...)``; extension/po holds the English ones. What people do at the panels is spoken of in ``messages``.
"""

import errno

NO_FILE = "không tìm thấy tệp"
A_FOLDER = "đây là một thư mục; hãy chỉ ra một tệp"
NO_FOLDER = (
    "không có thư mục này; hãy tạo lại, hoặc sửa thư mục chọn ở Văn thư ▸ Thiết lập… "
    "(biến môi trường VANTHU_LAYERS, VANTHU_TEMPLATES)"
)
NOT_A_FOLDER = "đây không phải là thư mục; hãy chỉ ra thư mục chứa tệp này"
FOLDER_NOT_READ = "không mở được thư mục ({reason})"
NOT_UTF_8 = "tệp không phải văn bản UTF-8 (byte thứ {byte}); hãy mở bằng Notepad rồi lưu lại với mã UTF-8"
NOT_READ = "không đọc được tệp ({reason})"
NOT_WRITTEN = "không ghi được tệp ({reason})"
NOT_OPENED = "LibreOffice không mở được tệp này; hãy mở thử bằng Writer rồi lưu lại, hoặc dùng tệp khác"
EMPTY = "tệp trống"
SYSTEM_REASONS = {  # what the system itself says in its own language, after an operation it refused
    errno.EACCES: "không có quyền; hãy chọn nơi khác hoặc xin quyền",
    errno.EPERM: "hệ thống không cho phép; hãy chọn nơi khác hoặc xin quyền",
    errno.ENOENT: "không có tệp hoặc thư mục này; hãy xem lại tên",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục; hãy xem lại tên",
    errno.EISDIR: "đây là một thư mục; hãy chỉ ra một tệp",
    errno.EEXIST: "tên này đã có; hãy chọn tên khác",
    errno.ENOTEMPTY: "thư mục này không trống; hãy chọn tên khác",
    errno.ENAMETOOLONG: "tên quá dài; hãy đặt tên ngắn hơn",
    errno.ELOOP: "liên kết trỏ vòng quanh; hãy chọn nơi khác",
    errno.EINVAL: "hệ thống không nhận tên này; hãy đặt tên khác",
    errno.ENOSPC: "ổ đĩa đã đầy; hãy xóa bớt tệp rồi làm lại",
    errno.EDQUOT: "đã hết phần ổ đĩa được dùng; hãy xóa bớt tệp rồi làm lại",
    errno.EFBIG: "tệp quá lớn đối với ổ đĩa này; hãy chọn nơi khác",
    errno.EROFS: "ổ đĩa chỉ cho đọc; hãy chọn nơi khác",
    errno.EIO: "ổ đĩa có lỗi; hãy thử lại hoặc chọn nơi khác",
    errno.EBUSY: "chương trình khác đang dùng; hãy đóng chương trình đó rồi làm lại",
    errno.EXDEV: "không chuyển được sang ổ đĩa khác; hãy chọn nơi khác",
    errno.EMFILE: "đang mở quá nhiều tệp; hãy đóng bớt chương trình rồi làm lại",
    errno.ENFILE: "đang mở quá nhiều tệp; hãy đóng bớt chương trình rồi làm lại",
    errno.ENOMEM: "máy không còn đủ bộ nhớ; hãy đóng bớt chương trình rồi làm lại",
    errno.EAGAIN: "máy đang quá bận; hãy đóng bớt chương trình rồi làm lại",
    errno.ENOEXEC: "tệp này không phải là chương trình; hãy xem lại tên",
    errno.ETXTBSY: "chương trình khác đang dùng; hãy đóng chương trình đó rồi làm lại",
}
SYSTEM_NUMBER = "lỗi hệ thống số {number}"
PROFILE = "Hồ sơ đơn vị"
SYNTAX = "{language} sai cú pháp ở dòng {line}, cột {column}: {advice}"
SYNTAX_ADVICE = {  # by what is wrong
    "twice": "khóa hoặc bảng này đã có ở phía trên; hãy bỏ một trong hai",
    "escape": "dấu \\ trong chữ phải gõ hai lần",
    "key": (
        'hãy để tên khóa trong ngoặc kép thẳng ("), sau đó là dấu = (TOML) hoặc dấu hai chấm (JSON); '
        "sau mục cuối của JSON không có dấu phẩy"
    ),
    "bracket": "thiếu dấu phẩy giữa hai mục, thừa dấu phẩy sau mục cuối, hoặc thiếu dấu ngoặc đóng",
    "text": 'chữ phải đứng giữa hai dấu ngoặc kép thẳng (") trên cùng một dòng',
    "date": "không có ngày, giờ này; hãy viết ngày như 2020-09-21",
    "value": 'giá trị phải là chữ trong ngoặc kép thẳng ("), số, true, false, danh sách hoặc bảng',
    "rest": "phần này thừa hoặc viết sai; mỗi dòng TOML chỉ có một khóa = giá trị, mỗi tệp JSON chỉ có một bảng",
    "other": "mỗi dòng phải có dạng khóa = giá trị hoặc [bảng]",
}
TOO_DEEP = "{language} sai cú pháp: quá nhiều dấu ngoặc lồng trong nhau; hãy bỏ bớt"
LONG_NUMBER = "có một số dài hàng nghìn chữ số; hãy sửa lại số ấy"
HALF_CHARACTER = "dòng {line}, cột {column}: {found} không phải là một ký tự; hãy gõ lại chữ ở đó"
NOT_DOCX = "không phải là văn bản .docx"

MEMORY_DAMAGED = "dữ liệu Văn thư trong văn bản đã hỏng; hãy lập văn bản mới rồi nhập lại điểm ở đó"
MEMORY_NEWER = "dữ liệu trong văn bản do bản Văn thư mới hơn ghi; hãy cập nhật Văn thư"
RECORD_SCHEMA = "phiên bản dữ liệu chưa được hỗ trợ; được phép: {allowed}"
PROFILE_SCHEMA = "phiên bản hồ sơ chưa được hỗ trợ; được phép: {allowed}"
SETTINGS_SCHEMA = "phiên bản thiết lập chưa được hỗ trợ; được phép: {allowed}"
FILE_SCHEMA = "phiên bản tệp chưa được hỗ trợ; được phép: {allowed}"

MISSING_KEY = 'thiếu khóa "{key}"'
KEY_TWICE = 'khóa "{key}" có hai lần; hãy giữ lại một'
UNKNOWN_KEY = 'khóa lạ "{key}"; được phép: {allowed}'
NO_SUCH_VALUE = 'không có giá trị "{found}"; được phép: {allowed}'
WRONG_TYPE = "phải là {wanted}, không phải {found}"
FOUND_TABLE = "một bảng"
FOUND_LIST = "một danh sách"
FOUND_LONG_NUMBER = "một số quá dài"
NO_WORDS = "không được để trống"
A_TEXT = "một chuỗi trong ngoặc kép"
LIST_OF_TEXTS = "một danh sách chuỗi"
A_WHOLE_NUMBER = "một số nguyên"
A_FLAG = "true hoặc false"
A_DAY = "một ngày dạng 2020-09-21"
A_TABLE = "một bảng khóa = giá trị"
LIST_OF_TABLES = "một danh sách bảng [[{key}]]"
QUOTED_NUMBER = 'số viết trong ngoặc kép như "8.5"'
QUOTED_WORDS = 'chữ trong ngoặc kép như "8,5"'

DATE = 'phải là "2023-12-05", "2023-12" hoặc "", không phải "{found}"'
PROGRESS_DAY = 'phải là một ngày dạng "2024-01-10" hoặc "", không phải "{found}"'
TABLE_ROWS = 'phải là một danh sách hàng, mỗi hàng một danh sách chữ như [["A", "B"]]'

NO_SUCH_FORM = 'không có bộ tiêu chí "{found}"; được phép: {allowed}'
FORM_TWICE = 'bộ tiêu chí "{id}" đã có ở tệp {file}; hãy đặt mã khác'
LAYER_TWICE = 'bộ tiêu chí "{form}" đã có một tầng như vậy ở tệp {file}; hãy chỉ giữ một tệp trong thư mục'
NO_SUCH_SUCCESSOR = 'không có bộ tiêu chí "{found}" có hiệu lực sau bộ này; được phép: {allowed}'
NO_SUCH_KIND = 'không có loại văn bản "{found}"; được phép: {allowed}'
NO_SUCH_TEMPLATE = 'không có mẫu "{found}"; được phép: {allowed}'
NO_SUCH_GROUP = 'không có nhóm "{found}" trong {file}; được phép: {allowed}'
NO_COLUMN = "phải có ít nhất một cột"
TEXT_TWICE = 'văn bản "{text}" có hai lần'
POINTS = "điểm"
POINTS_COUNT = "cần {wanted} số, đã nhập {found}"
POINTS_LIMITS = "phải từ 0 đến {maximum}"

CRITERION_ID = 'mã "{found}" phải có dạng "1", "1.a" hoặc "3.a.2"'
KIND_ID = 'mã "{found}" phải có dạng "to-trinh"'
MONTH_DAY = 'phải có dạng "01-15" (tháng-ngày), là ngày mà năm nào cũng có, không phải "{found}"'
THRESHOLDS = 'phải là các số như ["90"]'
PERCENT = 'phải là các số phần trăm từ "0" đến "{maximum}"'
MAXIMA = 'phải là các số như ["3", "2.5"]'
SPLIT_TWICE = 'mục "{place}" đã được chia ở phía trên; hãy bỏ một trong hai'
LATER_THAN_LAW = 'hạn "{deadline}" muộn hơn hạn của luật ({article})'
FIXED_KEY = 'khóa "{key}" do luật ấn định, tầng của đơn vị không được sửa'
FIXED_MAXIMUM = 'điểm của mục "{place}" do {source} ấn định, không được chia lại'
NO_SUCH_CRITERION = 'bộ tiêu chí {form} không có tiêu chí "{found}"'
PARTS_COUNT = 'mục "{place}" có {parts} mục con nhưng chia thành {found} điểm'

NO_CRITERIA = "không có tiêu chí nào"
CRITERION = 'tiêu chí "{id}"'
DEADLINE = 'hạn "{id}"'
DOSSIER_ITEM = 'văn bản "{id}" của hồ sơ'
WHOLE_FORM = "cả bộ tiêu chí"
PART_WITHOUT_MAXIMUM = "{name}: có mục con chưa có điểm tối đa"
MAXIMA_SUM = "{name}: điểm tối đa các mục con cộng lại là {sum}, phải bằng {right}"
NO_MAXIMUM = 'tiêu chí "{id}" thiếu khóa "maximum"'
CRITERION_TWICE = 'tiêu chí "{id}" có hai lần'
CRITERION_ORDER = 'tiêu chí "{id}" phải đứng sau mục "{parent}"'
LAST_BAND = 'loại cuối cùng phải bắt đầu từ "0" để mọi tổng điểm đều có loại'
BANDS_ORDER = "các loại phải xếp từ cao xuống thấp, không trùng điểm"
BAND_ABOVE_MAXIMUM = 'loại "{label}" bắt đầu cao hơn điểm tối đa'
EFFECTIVE_ORDER = "effective_to: {found} phải sau ngày effective_from ({first})"
NAMED_TWICE = '[[{key}]]: "{name}" có hai lần; mỗi mục phải có mã và tên riêng'
NO_LEVELS = "thiếu [[levels]] hoặc [[scopes]]"
NO_SUCH_SCOPE = '{name}: không có phạm vi "{found}"; được phép: {allowed}'
MEASURE_PLACE = '{name}: tiêu chí không có, chỉ tiêu phải có khóa "measure"'
DEMANDS_ORDER = "{name}: phải có một [[criteria.demands]] cho mỗi mức, theo thứ tự {levels}"
THRESHOLDS_COUNT = '{name}: khóa "{key}" phải có {wanted} giá trị'
FALLING_DEMANDS = "{name}: mức cao hơn không được yêu cầu thấp hơn mức thấp"
UNIT_TYPE_TWICE = 'tiêu chí "{id}" áp dụng hai lần cho "{unit_type}"'

STYLE_TWICE = 'kiểu đoạn "{style}" được gán cho hai thành phần'
NOT_ALLOWED = "không nhận {used}; được phép: {allowed}"
OUT_OF_LIMITS = "không nhận {used}; được phép: từ {minimum} đến {maximum}"
SPACING_SUM = "before và after cộng lại là {sum}; phải từ {minimum} trở lên"
QUOTED_NUMBERS = "phải là một danh sách số viết trong ngoặc kép"
WIDTH = 'bề rộng phải là số nguyên, không phải "{found}"'
NO_CHARACTERS = "không có ký tự nào"
