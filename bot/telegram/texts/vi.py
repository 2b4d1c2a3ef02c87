"""What the bot says in Vietnamese: it calls itself "mình" and the person "bạn"."""

from bot.courtesies import Courtesy
from bot.telegram.texts.admin_vi import VIETNAMESE_ADMIN
from bot.telegram.texts.base import Texts
from retrieval.query.language import Language

VIETNAMESE = Texts(
    language=Language.VIETNAMESE,
    date=lambda day: f"{day.day:02d}/{day.month:02d}/{day.year}",
    understood_as="Mình hiểu câu hỏi là: {question}",
    nearest="Những đoạn gần với câu hỏi nhất:",
    not_sure="Mình chưa chắc lắm, bạn đọc kỹ đoạn trích nhé.",
    phrased="Mình đã diễn đạt lại; nguyên văn nằm trong các đoạn trích.",
    copies="và {n} đoạn trùng nội dung",
    untitled="(không có tiêu đề)",
    unknown_source="không rõ nguồn",
    unknown_date="không rõ ngày đăng",
    more_button="Đoạn khác",
    around_button="Đoạn trước và sau",
    did_you_mean_button="Hay bạn hỏi về: {text}",
    up_button="👍 Đúng",
    down_button="👎 Chưa đúng",
    whole_article_button="Xem cả bài",
    again_button="Trả lời lại",
    read_at_button="Đọc trên {source}",
    more_title="Những đoạn liên quan khác ({page}/{pages}):",
    around_title="Đoạn trích cùng phần trước và sau:",
    other_meaning="Nếu bạn muốn hỏi về: {text}",
    passage_changed="Bài báo đã thay đổi từ lúc mình trả lời; đây là nội dung hiện nay.",
    passage_gone="Bài báo này không còn trong kho nữa.",
    no_more="Không còn đoạn nào khác.",
    thanks_up="Cảm ơn bạn!",
    thanks_down="Cảm ơn bạn, mình đã ghi lại để sửa.",
    old_button="Nút này không còn dùng được. Bạn hãy hỏi lại nhé.",
    not_yours="Nút này thuộc về một cuộc trò chuyện khác.",
    start=(
        "*Chào bạn!* Mình trả lời câu hỏi bằng chính lời của các bài báo, kèm đoạn trích, tên báo và ngày đăng.\n"
        "\n"
        "Bạn cứ gõ câu hỏi, có dấu hay không dấu đều được, hoặc hỏi bằng tiếng Anh.\n"
        "\n"
        "Ví dụ: Ai chủ trì hội nghị năm 2021?\n"
        "\n"
        "/sources – các bài báo mình đang có\n"
        "/help – hướng dẫn"
    ),
    help=(
        "*Hỏi:* gõ câu hỏi vào đây. Trong nhóm: dùng /hoi hoặc /ask, trả lời tin nhắn của mình, hoặc nhắc tên mình.\n"
        "*Hỏi tiếp:* “còn năm 2023?”, “ở đâu?”, mình hiểu theo câu trước. Gõ /new để sang chuyện khác.\n"
        "*Sửa câu hỏi:* bạn sửa tin nhắn, mình sửa câu trả lời.\n"
        "*Ở mọi cuộc trò chuyện:* gõ tên mình rồi câu hỏi, ví dụ: @{username} ai chủ trì hội nghị năm 2021\n"
        "\n"
        "Mình chỉ trích lời bài báo, không tự viết thêm. Khi các bài báo không có câu trả lời, mình nói rõ "
        "và đưa những đoạn gần nhất.\n"
        "\n"
        "/sources – danh sách bài báo\n"
        "/article – đọc một bài\n"
        "/language – đổi ngôn ngữ\n"
        "/privacy – mình lưu những gì\n"
        "/forget – xoá dữ liệu của bạn"
    ),
    privacy=(
        "*Mình lưu những gì*\n"
        "– Câu hỏi của bạn, mã số của bạn và cuộc trò chuyện, cùng câu trả lời: {days} ngày, để các nút dưới câu "
        "trả lời còn dùng được và để bạn sửa được câu hỏi.\n"
        "– Câu hỏi gần nhất để hiểu câu hỏi tiếp theo: {hours} giờ, hoặc đến khi bạn gõ /new.\n"
        "– Đánh giá 👍 👎 kèm câu hỏi và câu trả lời: đến khi bạn xoá.\n"
        "– Ngôn ngữ bạn chọn: đến khi bạn xoá.\n"
        "\n"
        "Mình không lưu tên hay số điện thoại của bạn. Câu hỏi qua tên mình ở cuộc trò chuyện khác (inline) không "
        "được lưu. {elsewhere}\n"
        "\n"
        "Gõ /forget để xoá ngay tất cả những gì mình lưu về bạn."
    ),
    sent_nowhere="Mình không gửi gì đi nơi khác.",
    sent_to_model="Câu hỏi và đoạn trích được gửi đến một mô hình ngôn ngữ do người quản lý chọn để diễn đạt lại.",
    ask_usage="Bạn gõ câu hỏi sau lệnh nhé, ví dụ: /hoi Giá vàng hôm qua tăng bao nhiêu?",
    new_conversation="Được rồi, mình bắt đầu chuyện mới. Bạn hỏi gì?",
    forgotten="Mình đã xoá câu hỏi, đánh giá và lựa chọn ngôn ngữ của bạn.",
    language_now="Từ giờ mình trả lời bằng tiếng Việt.",
    language_prompt="Bạn muốn mình dùng ngôn ngữ nào?",
    language_auto="Từ giờ mình trả lời theo ngôn ngữ của câu hỏi.",
    language_not_yours=(
        "Trong nhóm, quản trị viên của nhóm chọn ngôn ngữ; bạn nhờ họ đổi giúp nhé. "
        "Khi nhắn riêng với mình thì bạn tự chọn được."
    ),
    language_checking="Bạn chờ mình một chút nhé, mình đang hỏi Telegram xem bạn có phải quản trị viên của nhóm không.",
    sources_title="{n} bài báo, mới nhất trước (trang {page}/{pages}):",
    sources_empty="Mình chưa có bài báo nào.",
    article_usage="Bạn gõ số của bài sau lệnh, ví dụ: /article 3. Số của từng bài có trong /sources.",
    article_unknown="Mình không có bài nào như vậy. Bạn xem danh sách bằng /sources nhé.",
    article_page="Trang {page}/{pages}",
    unknown_command="Mình không biết lệnh này. Gõ /help để xem hướng dẫn.",
    only_text="Mình chỉ đọc được chữ. Bạn gõ câu hỏi giúp mình nhé.",
    courtesies={
        Courtesy.GREETING: (
            "Chào bạn! Mình trả lời câu hỏi bằng chính lời của các bài báo mình có, kèm đoạn trích, tên báo và ngày "
            "đăng. Bạn cứ gõ câu hỏi nhé; /sources có danh sách bài báo, /help có hướng dẫn."
        ),
        Courtesy.THANKS: "Không có gì, mình rất vui được giúp bạn! Muốn biết gì thêm, bạn cứ gõ câu hỏi nhé.",
        Courtesy.FAREWELL: "Tạm biệt bạn! Khi nào muốn hỏi về các bài báo, bạn cứ nhắn mình nhé.",
        Courtesy.ACKNOWLEDGEMENT: "Mình vẫn ở đây. Muốn hỏi gì tiếp về các bài báo, bạn cứ gõ câu hỏi nhé.",
    },
    commands={
        "ask": "Hỏi về các bài báo",
        "hoi": "Hỏi về các bài báo",
        "new": "Bắt đầu chuyện mới",
        "sources": "Danh sách bài báo",
        "article": "Đọc một bài báo",
        "language": "Đổi ngôn ngữ",
        "privacy": "Mình lưu những gì",
        "forget": "Xoá dữ liệu của bạn",
        "help": "Hướng dẫn",
    },
    admin_commands={
        "reindex": "Cập nhật kho bài báo",
        "cancel": "Dừng việc cập nhật",
        "status": "Tình trạng của bot",
        "unanswered": "Câu hỏi chưa trả lời được",
        "remove": "Xoá một bài báo",
    },
    not_allowed="Bot này chỉ dành cho một số người, và bạn chưa có trong danh sách. Bạn hãy liên hệ người quản lý nhé.",
    too_fast="Bạn hỏi hơi nhanh, mình chưa theo kịp. Bạn chờ khoảng {seconds} giây rồi hỏi tiếp nhé.",
    too_fast_short="Bạn bấm hơi nhanh, chờ vài giây nhé.",
    queue_full="Đang có quá nhiều câu hỏi cùng lúc, câu này mình chưa nhận được. Bạn hỏi lại sau ít phút nhé.",
    timed_out="Câu này mình tìm quá lâu mà chưa xong. Bạn hỏi lại sau ít phút nhé.",
    failed="Có lỗi khi xử lý yêu cầu này; mình đã ghi lại (mã {code}). Bạn thử lại sau nhé.",
    failed_short="Có lỗi, mình đã ghi lại. Bạn thử lại sau nhé.",
    index_unusable="Kho bài báo tạm thời chưa dùng được. Bạn hỏi lại sau ít phút nhé.",
    maybe_unsent=(
        "Mình vừa bị gián đoạn đúng lúc gửi câu trả lời cho câu hỏi này. Nếu chưa nhận được, bạn bấm nút dưới đây nhé."
    ),
    inline_hint="Gõ câu hỏi, hoặc bấm vào đây để hỏi riêng",
    inline_nothing="Không tìm thấy câu trả lời trong các bài báo",
    admin=VIETNAMESE_ADMIN,
)
