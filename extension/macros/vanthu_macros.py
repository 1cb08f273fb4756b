"""The commands of Văn thư as macros, for one's own buttons, menus and keys.

They are found under Tools ▸ Macros ▸ Organize Macros ▸ Python ▸ vanthu_macros; each sends one dispatch command to the
window in front.
"""

_PROTOCOL = "vnd.vanthu:"


def _send(command):
    context = XSCRIPTCONTEXT.getComponentContext()  # noqa: F821  (the office puts it there)
    manager = context.ServiceManager
    helper = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    frame = XSCRIPTCONTEXT.getDesktop().getCurrentFrame()  # noqa: F821
    helper.executeDispatch(frame, _PROTOCOL + command, "_self", 0, ())


def lap_van_ban(*_):
    """Lập văn bản mới."""
    _send("new")


def dien_vao_van_ban(*_):
    """Điền vào văn bản đang mở."""
    _send("fill")


def xem_truoc_khi_dien(*_):
    """Xem những chỗ sẽ điền, rồi mới điền."""
    _send("preview")


def doc_tu_van_ban(*_):
    """Đọc những gì đã gõ thẳng vào văn bản."""
    _send("read")


def danh_dau_o_dien(*_):
    """Đánh dấu ô điền tại chỗ đang chọn."""
    _send("mark")


def cho_chua_dien(*_):
    """Đến một chỗ chưa điền của văn bản đang mở."""
    _send("blanks")


def chen_bang_khoi(*_):
    """Chèn một bảng hoặc một khối tại con trỏ."""
    _send("insert")


def nhan_bang_diem(*_):
    """Nhận bảng điểm của văn bản đang mở."""
    _send("bind")


def mo_bang_van_thu(*_):
    """Mở bảng Văn thư và đến ô điểm."""
    _send("panel")


def lap_cho_nam_sau(*_):
    """Lập văn bản này cho năm sau."""
    _send("next")


def thiet_lap(*_):
    """Thiết lập: ngôn ngữ, thư mục của đơn vị, hồ sơ đơn vị."""
    _send("settings")


def huong_dan(*_):
    """Mở hướng dẫn."""
    _send("help")


def chan_doan(*_):
    """Chẩn đoán: phiên bản và lỗi gần nhất."""
    _send("diagnose")


def gioi_thieu(*_):
    """Giới thiệu Văn thư."""
    _send("about")


g_exportedScripts = (
    lap_van_ban,
    dien_vao_van_ban,
    xem_truoc_khi_dien,
    doc_tu_van_ban,
    danh_dau_o_dien,
    cho_chua_dien,
    chen_bang_khoi,
    nhan_bang_diem,
    mo_bang_van_thu,
    lap_cho_nam_sau,
    thiet_lap,
    huong_dan,
    chan_doan,
    gioi_thieu,
)

try:
    from vanthu.language import tell
except ImportError:  # until the office has loaded the extension, its modules are not to be found
    pass
else:
    for _macro in g_exportedScripts:
        _macro.__doc__ = tell(_macro.__doc__)  # what the office shows about a macro
