"""What administrators read in Vietnamese."""

import datetime as dt

from bot.telegram.texts.admin_base import AdminTexts

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_KILO = 1024


def _duration(seconds: float) -> str:
    whole = max(0, round(seconds))
    days, hours, minutes = whole // _DAY, whole % _DAY // _HOUR, whole % _HOUR // _MINUTE
    if days:
        return f"{days} ngày {hours} giờ" if hours else f"{days} ngày"
    if hours:
        return f"{hours} giờ {minutes} phút" if minutes else f"{hours} giờ"
    return f"{minutes} phút" if minutes else f"{whole} giây"


def _size(n_bytes: int) -> str:
    size = float(n_bytes)
    for unit in ("byte", "KB", "MB"):
        if size < _KILO:
            return f"{size:.0f} {unit}" if unit == "byte" else f"{size:.1f} {unit}".replace(".", ",")
        size /= _KILO
    return f"{size:.1f} GB".replace(".", ",")


def _moment(moment: dt.datetime) -> str:
    return f"{moment:%H:%M:%S} ngày {moment:%d/%m/%Y}"


VIETNAMESE_ADMIN = AdminTexts(
    refused="Việc này chỉ người quản lý bot mới làm được. Bạn cứ gõ câu hỏi, mình trả lời nhé.",
    only_private="Lệnh này bạn dùng trong cuộc trò chuyện riêng với mình nhé.",
    moment=_moment,
    duration=_duration,
    latency=lambda seconds: f"{seconds:.2f} giây".replace(".", ","),
    size=_size,
    and_more="… và {n} mục nữa",
    read_faults={
        "is empty": "tệp trống",
        "only pictures of pages": "tệp không có chữ, có lẽ chỉ có ảnh chụp trang; hãy nhận dạng chữ (OCR) trước",
        "holds no text": "tệp không có chữ nào",
        "empty text": "bài không có nội dung",
        "menus and forms only": "trang chỉ có trình đơn và biểu mẫu, không có bài báo",
        "is encrypted": "tệp có mật khẩu; hãy lưu một bản không có mật khẩu",
        "old .doc file": "tệp .doc kiểu cũ hoặc có mật khẩu; hãy lưu lại dạng .docx",
        "is not a PDF": "tệp không phải PDF dù tên ghi như vậy",
        "is cut short": "tệp bị thiếu phần cuối; hãy chép hoặc tải lại",
        "is damaged": "tệp bị hỏng; hãy chép hoặc lưu lại",
        "unpacks to more than": "tệp quá lớn khi mở ra; hãy lưu riêng phần chữ",
        "is larger than": "tệp quá lớn; hãy chia nhỏ",
        "is longer than": "dòng quá dài; hãy chia bài ra",
        "binary data": "tệp không phải văn bản",
        "encoding that is not known": "không rõ bảng mã (có thể là TCVN3 hoặc VNI); hãy lưu lại dạng UTF-8",
        "UTF-16": "tệp dùng UTF-16; hãy lưu lại dạng UTF-8",
        "broken UTF-8": "chữ bị lỗi mã; hãy lưu lại dạng UTF-8",
        "is not JSON": "không phải JSON hợp lệ",
        "repeats the id": "trùng mã với một bài khác; hãy đổi mã hoặc tên tệp",
        "may not be opened": "bot không có quyền đọc",
        "leads out of the folder": "liên kết dẫn ra ngoài thư mục; hãy chép chính tệp đó vào",
        "leads nowhere": "liên kết hỏng; hãy sửa hoặc xoá đi",
    },
    read_fault_line="dòng {line}: {fault}",
    run_title="Đang cập nhật kho bài báo",
    run_starting="Đang chuẩn bị…",
    run_stages={
        "read": "Đọc tệp: {done}/{total}",
        "embed": "Xử lý đoạn mới: {done}/{total}",
        "write": "Ghi chỉ mục: {total} đoạn",
    },
    run_time_left="Bước này còn khoảng {duration}.",
    run_note="Trong lúc này mình vẫn trả lời câu hỏi như thường.",
    run_stop_button="Dừng lại",
    run_busy="Đang có một lượt cập nhật rồi ({progress}). Bạn chờ lượt này xong nhé, hoặc dừng bằng /cancel.",
    run_queued="Đang có một lượt cập nhật; xong lượt này mình sẽ cập nhật tiếp ngay.",
    run_stopping="Mình đang dừng lượt cập nhật.",
    run_nothing_to_stop="Hiện không có lượt cập nhật nào đang chạy.",
    run_not_ours="Có một lượt cập nhật do chương trình khác chạy (hoidap index); mình không dừng được lượt đó.",
    run_stopped="Đã dừng theo yêu cầu. Kho bài báo vẫn như trước khi cập nhật.",
    run_interrupted=(
        "Lượt cập nhật này bị ngắt giữa chừng vì bot khởi động lại. Kho bài báo vẫn như trước; gõ /reindex để chạy lại."
    ),
    run_shut_down="Lượt cập nhật này dừng vì bot đang tắt. Kho bài báo vẫn như trước; gõ /reindex để chạy lại.",
    run_done="Đã cập nhật xong kho bài báo",
    run_done_below="Đã cập nhật xong, kết quả ở tin nhắn bên dưới.",
    run_no_change="Không có gì thay đổi.",
    run_added="Thêm mới: {n}",
    run_changed="Thay đổi: {n}",
    run_removed="Bỏ đi: {n}",
    run_failed="Không đọc được: {n}",
    run_totals="Giữ nguyên {unchanged} bài. Kho có {passages} đoạn, bản số {generation}, mất {duration}.",
    run_faults={
        "busy": "Một chương trình khác đang cập nhật kho bài báo (hoidap index). Bạn thử lại khi nó xong nhé.",
        "corpus": "Không tìm thấy bài báo nào trong thư mục đã đặt. Kho bài báo vẫn như trước.",
        "index": "Chỉ mục bị hỏng. Bạn chạy hoidap doctor trên máy chủ để xem cách sửa.",
        "model": "Không dùng được mô hình. Kho bài báo vẫn như trước; hoidap doctor cho biết cách sửa.",
        "disk": "Không ghi được lên đĩa (hết chỗ hoặc thiếu quyền). Kho bài báo vẫn như trước.",
        "crash": "Lượt cập nhật gặp lỗi và đã dừng; chi tiết có trong nhật ký. Kho bài báo vẫn như trước.",
    },
    roots_question=(
        "Kho hiện nay được lập từ:\n{old}\n\nThư mục đang đặt cho bot là:\n{new}\n\n"
        "Nếu cập nhật, những bài không có trong thư mục này sẽ bị bỏ khỏi kho. Bạn có muốn tiếp tục không?"
    ),
    roots_button="Cập nhật theo thư mục này",
    roots_kept="Được rồi, mình giữ nguyên kho bài báo.",
    keep_button="Không, giữ nguyên",
    status_title="Tình trạng của bot",
    status_generation="Kho bài báo: bản số {number}, lập lúc {when} ({ago} trước)",
    status_counts="{articles} bài, {passages} đoạn",
    status_model="Mô hình: {model}",
    status_unusable="Kho bài báo: không dùng được; hãy chạy hoidap doctor trên máy chủ.",
    status_uptime="Đã chạy {duration}",
    status_today="Hôm nay: {n} câu hỏi, {refused} câu chưa trả lời được",
    status_all="Tất cả ({days} ngày qua): {n} câu hỏi, {refused} câu chưa trả lời được",
    status_latency="Thời gian trả lời trong 24 giờ qua: một nửa số câu trong {median}, 95% trong {p95}",
    status_no_latency="Thời gian trả lời: chưa có câu nào trong 24 giờ qua",
    status_poll="Liên lạc được với Telegram lần cuối: {when} ({ago} trước)",
    status_no_poll="Chưa liên lạc được với Telegram lần nào từ khi khởi động.",
    status_run="Đang cập nhật kho: {progress}",
    status_run_elsewhere="Một chương trình khác đang cập nhật kho (hoidap index).",
    status_no_run="Không có lượt cập nhật nào đang chạy.",
    status_disk="Thư mục dữ liệu: {size}",
    unanswered_title="{n} câu hỏi chưa trả lời được, mới nhất trước (trang {page}/{pages}):",
    unanswered_none="Chưa có câu hỏi nào mà mình không trả lời được.",
    unanswered_when="{ago} trước",
    reasons={
        "empty_question": "câu hỏi trống",
        "empty_index": "kho chưa có bài nào",
        "nothing_found": "không tìm thấy gì liên quan",
        "name_not_found": "không có tên được hỏi",
        "date_not_found": "không có thời gian được hỏi",
        "number_not_found": "không có con số được hỏi",
        "byline_not_found": "bài báo không ghi tên tác giả",
        "publication_not_found": "bài báo không ghi ngày đăng",
        "answer_type_not_found": "bài báo không nêu điều được hỏi",
        "nothing_more": "không còn gì thêm so với câu trước",
        "low_confidence": "không đủ chắc chắn",
    },
    doc_kind="Mình chỉ nhận tệp {kinds}. Bạn gửi lại ở một trong các dạng này nhé.",
    doc_too_big="Tệp này lớn hơn 20 MB nên Telegram không cho mình tải về. Bạn chép thẳng vào thư mục bài báo nhé.",
    doc_no_folder="Mình không thêm bài được: {corpus} không phải là một thư mục (HOIDAP_CORPUS).",
    doc_not_writable="Mình không thêm hay xoá bài được: bot không có quyền ghi vào thư mục {corpus} (HOIDAP_CORPUS).",
    doc_not_fetched="Mình không tải được tệp này từ Telegram. Bạn gửi lại giúp mình nhé.",
    doc_unreadable="Tệp này không đưa vào kho được:\n{error}",
    doc_too_slow="Tệp này đọc quá lâu nên mình đã dừng lại, không đưa vào kho.",
    doc_not_checked="Mình gặp lỗi khi đọc tệp này nên không đưa vào kho; chi tiết có trong nhật ký.",
    doc_title="Tệp này sẽ được đưa vào kho như sau:",
    doc_field_title="Tiêu đề: ",
    doc_field_source="Báo: ",
    doc_field_author="Tác giả: ",
    doc_field_date="Ngày đăng: ",
    doc_field_size="{passages} đoạn, {chars} ký tự",
    doc_opening="Phần đầu:",
    doc_unknown="không rõ",
    found_by={
        "declared": "ghi trong thông tin của tệp",
        "url": "theo địa chỉ bài",
        "stamp_line": "theo dòng ngày giờ",
        "title_line": "theo dòng tiêu đề",
        "heading": "theo đề mục",
        "repeated_line": "theo dòng lặp lại",
        "dateline": "theo dòng mở đầu bài",
        "byline": "theo dòng ký tên",
        "credit": "theo dòng ghi nguồn",
        "imprint": "theo thông tin toà soạn",
        "file_name": "theo tên tệp",
        "lead": "theo đoạn mở đầu",
        "inferred_from_publication": "suy ra từ ngày đăng",
        "inferred_from_text": "suy ra từ nội dung",
        "inferred_from_event": "suy ra từ ngày diễn ra sự việc",
        "inferred_from_venue": "suy ra từ địa điểm",
        "inferred_from_portal": "suy ra từ cổng thông tin",
        "photo_credit": "theo chú thích ảnh",
    },
    warnings_title="Cần chú ý:",
    warn_no_title="không tìm thấy tiêu đề",
    warn_no_source="không rõ báo nào đăng",
    warn_no_date="không tìm thấy ngày đăng; câu hỏi theo thời gian có thể bỏ sót bài này",
    warn_inferred_date="ngày đăng chỉ là suy ra, bài không ghi rõ",
    warn_future_date="ngày đăng nằm trong tương lai",
    warn_short="bài rất ngắn; có thể tệp thiếu nội dung",
    warn_same_text="nội dung giống hệt bài {article} đã có trong kho",
    warn_same_name="thư mục đã có tệp cùng tên; nếu thay, tệp cũ sẽ mất",
    doc_add_button="Thêm vào kho",
    doc_replace_button="Thay tệp cũ",
    doc_drop_button="Bỏ tệp này",
    doc_added="Đã thêm {name} vào thư mục bài báo.",
    doc_replaced="Đã thay {name} trong thư mục bài báo.",
    doc_dropped="Đã bỏ {name}, không đưa vào kho.",
    doc_gone="Tệp này đã được xử lý hoặc để quá lâu. Bạn gửi lại nếu vẫn cần nhé.",
    doc_name_taken="Vừa có tệp cùng tên {name} trong thư mục. Bạn có muốn thay tệp đó không?",
    doc_not_stored="Mình không ghi được {name} vào thư mục bài báo (hết chỗ hoặc thiếu quyền).",
    remove_usage=(
        "Bạn gõ mã hoặc số của bài sau lệnh, ví dụ: /remove gia-vang.txt hoặc /remove 3. Số của từng bài có trong "
        "/sources."
    ),
    remove_question="Xoá tệp {path} khỏi thư mục bài báo và bỏ bài này khỏi kho? Xoá rồi không lấy lại được.",
    remove_button="Xoá bài này",
    removed="Đã xoá {path} khỏi thư mục bài báo.",
    remove_kept="Được rồi, mình giữ lại {path}.",
    remove_line="Bài này là dòng {line} của tệp {path}, mình không xoá riêng được. Bạn bỏ dòng đó rồi gõ /reindex nhé.",
    remove_outside="Bài này không nằm trong thư mục bài báo của bot ({corpus}) nên mình không xoá được.",
    remove_gone="Tệp của bài này không còn trong thư mục bài báo. Gõ /reindex để cập nhật kho.",
    remove_last="Đây là bài cuối cùng trong kho nên mình không xoá. Bạn thêm bài khác trước nhé.",
    remove_failed="Mình không xoá được {path} (thiếu quyền hoặc đĩa có lỗi).",
)
