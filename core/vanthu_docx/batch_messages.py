"""Every sentence of the batch side, once: what the command ``vanthu`` refuses, and what it says it has done.

Vietnamese only, as that side is, so the facts are filled with ``format``. What it shares with the panels stands in
``vanthu.messages``, what is wrong with a file of rules or data in ``vanthu.file_messages``; the help of an option and
the heading of a column stand with the option and the column.
"""

SAID = "vanthu: {sentence}"
STOPPED = "đã dừng theo yêu cầu; không tệp nào được ghi dở"
NOT_SAID = "không in ra được kết quả ({reason}); tệp đã lập xong thì vẫn còn"
FAILED = "gặp trục trặc và dừng lại"
DETAILS = "{sentence}; chi tiết ở {log}"
NO_WORK_FOLDER = "không ghi được vào thư mục tạm ({reason}); hoặc đặt biến môi trường {variable} trỏ tới nơi khác"

USAGE = "cách dùng: "
ARGUMENTS = "tham số"
OPTIONS = "tùy chọn"
WRONG_COMMAND = "câu lệnh chưa đúng: {error}; gõ {program} --help để xem cách dùng"
UNKNOWN_MISTAKE = "không hiểu tham số hoặc tùy chọn"
NO_NAME = "tên để trống; hãy ghi tên tệp hoặc thư mục"
NO_SUCH_DAY = "không có ngày {text}; hãy ghi theo dạng năm-tháng-ngày, như 2024-12-31"
NO_FOLDER_NAMED = "hãy ghi thư mục sẽ chứa hồ sơ; chỉ muốn xem thì thêm --json"
TYPED_LEFT_OUT = "Không có chỗ ghi chữ đã nhập: {names}. Hãy sửa tên trong tệp dữ liệu, hoặc thêm ô vào mẫu."
LEFT_OUT = "Mẫu không có ô: {names}. Muốn in thì thêm ô vào mẫu."
CELL = "hàng {row}, cột {column}"
OLDER_KEPT = "Đã có tệp cùng tên; bản cũ giữ ở: {path}"
WRITTEN = "Đã ghi: {path}"
DOSSIER_WRITTEN = "Đã ghi {count} tệp vào: {folder}"
PROFILE_FILE = "Tệp: {path}"
EXPLANATION = "Cách tính"
LOCAL_SOURCES = "Cách chia điểm của địa phương, không có trong Thông tư"
OPEN_POINTS = "Điều văn bản quy định chưa nói rõ"
STATE = "Trạng thái: {state}"
MADE_BY = "{title}: do {maker} lập ({article})"

NO_TEMPLATE = "không có tệp mẫu này"
NO_TEMPLATE_ENDING = 'không dùng được "{ending}" làm mẫu; được phép: {allowed}'
NOT_TEMPLATE = "không phải tệp {ending}, hoặc tệp đã hỏng; hãy mở thử bằng Writer rồi lưu lại"
NOT_DOCX = "không phải tệp văn bản .docx, hoặc tệp đã hỏng; hãy mở bằng Word hoặc Writer rồi lưu lại thành .docx"
TEMPLATE_NOT_READ = "không mở được tệp mẫu ({reason})"
NO_KIND_FOR_FORM = 'không có loại văn bản nào cho bộ tiêu chí "{form}"'
OTHER_FORM = 'mẫu {kind} dùng cho bộ tiêu chí {allowed}, không phải "{form}"'
UNKNOWN_BLOCK_KEY = "khối {kind} không có khóa này"

WRONG_TAG = "thẻ điền viết sai: {tag}; trong thẻ hãy chỉ ghi tên ô, như {{{{ tong_diem }}}}"
WRONG_TAGS = "thẻ điền viết sai; trong mỗi thẻ hãy chỉ ghi tên ô, như {{ tong_diem }}"
TAG_NOT_CLOSED = "thẻ điền viết sai ở “{text}”; thẻ phải đủ hai ngoặc ở mỗi đầu, như {{{{ tong_diem }}}}"
TAG_NOT_ENDED = "thẻ điền viết sai: {tag} không có thẻ đóng; hãy thêm {end} sau phần đó"
TAG_NOT_BEGUN = "thẻ điền viết sai: {tag} không có thẻ mở trước nó; hãy bỏ thẻ này hoặc thêm thẻ mở"
QUOTED_NAME = "thẻ điền viết sai: {tag} sẽ in ra chính chữ ấy; hãy bỏ ngoặc kép: {{{{ {name} }}}}"
NO_SUCH_SLOT = "không có ô điền {names}"
NO_MODEL_ROW = (
    "bảng {name} không có dòng mẫu; hãy thêm các dòng {{%tr for dong in {name} %}} … {{%tr endfor %}} "
    "với ít nhất một dòng mẫu ở giữa"
)
TORN_LOOP = (
    "thẻ điền viết sai: {tag} mở ở một hàng của bảng và đóng ở hàng khác; muốn lặp cả hàng thì viết {{%tr for … %}} và "
    "{{%tr endfor %}}, mỗi thẻ ở một hàng riêng"
)
OR_WRITER = "{sentence}, hoặc dùng --engine writer"
NOT_FILLED = "không điền được ở “{text}”; trong thẻ hãy chỉ ghi tên ô, như {{{{ tong_diem }}}}"
MISPLACED_TAG = (
    "thẻ điền đặt sai chỗ, văn bản điền ra bị hỏng; thẻ mở và thẻ đóng phải cùng loại: "
    "{%p if … %} với {%p endif %}, {%tr for … %} với {%tr endfor %}"
)

OVER_TEMPLATE = "đây chính là tệp mẫu; hãy ghi văn bản ra một tên khác"
NO_FORMAT = 'không có định dạng "{ending}"; được phép: {allowed}'
NOT_A_FILE = "phải là một tệp trong thư mục đã có"
NOT_A_FOLDER = "phải là một thư mục, hoặc một tên mới trong thư mục đã có"
FOLDER_NOT_MADE = "không tạo được thư mục ({reason})"

NO_OFFICE = "không tìm thấy LibreOffice; chạy vanthu doctor để biết cách cài"
NO_OFFICE_PYTHON = "không tìm thấy Python của LibreOffice (gói python3-uno); chạy vanthu doctor"
WRONG_OFFICE = '{variable} ghi "{program}", không phải một chương trình; hãy sửa hoặc bỏ biến môi trường này'
NOT_STARTED = "không chạy được {program} ({reason})"
OFFICE_NOT_CONVERTED = "LibreOffice không đọc hoặc không ghi được tệp này; hãy mở thử bằng Writer"
OFFICE_NOT_FILLED = "LibreOffice không điền được mẫu này; hãy mở thử mẫu bằng Writer"
OFFICE_SLOW = "không trả lời trong {seconds} giây; hãy thử lại"

MISSING = "chưa có"
BROKEN_FILE = "tệp có lỗi"
NOT_USED = "có tệp không dùng được"
CURE = "    cách chữa: {cure}"
MEND_FILE = "sửa {error}"
NOTHING_THERE = "chưa có tệp nào"
INSTALL_OFFICE = "sudo apt-get install -y libreoffice-writer (cần cho .odt, .pdf và --engine writer)"
INSTALL_OFFICE_PYTHON = "sudo apt-get install -y python3-uno (cần cho --engine writer)"
INSTALL_FONT = "sudo apt-get install -y fonts-liberation2"
FONT_NOT_CHECKED = "không kiểm tra được (thiếu fc-match)"
