"""How Vietnamese and English questions ask who wrote an article, as sources of patterns for wordings.

Matched as those are, against a question's tokens in small letters. Sure ones speak of an article, so that only its
byline answers. Possible ones ("who wrote about the flood", "bài “…” do ai viết") may be about an author or about what
an article tells: a byline answers where there is one. Works of other kinds (who wrote a song, a book, a letter; which
story won a prize) are neither; their nouns decide.
"""

# "bài" before one of these is a song, a poem, a speech, an exercise or the like.
OTHER_WORKS = (
    "hát|thơ|văn|ca|nhạc|toán|luận|diễn|phát|hịch|cáo|giảng|kinh|tập|đồng|quốc|dân|vọng|tham|phú|tế|khấn|cúng|điếu"
    "|thuyết|tình|hành|tiến|học|thi|kiểm|làm|xẩm|chòi|chèo|cải|lý|ru|thuốc|trắc|tây|chúc|đàn|rap|nhảy|múa"
)
_KINDS = "phóng sự|phỏng vấn|xã luận|bình luận|phân tích|phản ánh|tường thuật|tổng thuật|ghi chép|điều tra|báo|viết"
_POINTS = "(?= (?:về|này|đó|trên|nói|sau|đăng)(?: |$))"
_VI_SURE = rf"bài (?:{_KINDS})|bản tin|mẩu tin|tin bài|(?:bài|tin){_POINTS}"
_VI_POSSIBLE = rf"bài(?! (?:{OTHER_WORKS})(?: |$))"
# "bài báo đoạt giải A" is told of in an article; "bài về đội tuyển đoạt giải" is one.
_NO_PRIZE = r"(?!(?: (?!về |nói )\w+){0,8} (?:đoạt|đạt|giành|được trao|nhận) giải)"
# Behind the article: its subject. Who wrote a work that it names is another matter, and so is what it says.
_VI_SUBJECT = (
    r"(?: (?!(?:cuốn|quyển|sách|tiểu thuyết|truyện|hồi ký|hồi kí|nhật ký|nhật kí|bài thơ|bài hát|ca khúc|bức thư|lá thư"
    r"|kịch bản|vở kịch|luận án|bản nhạc|tác phẩm|cho rằng|cho biết|nhắc|nhận định|đề cập|khẳng định)(?: |$))\w+)"
    r"{0,24}?"
)
_NO_NEWS = "nhắn|giả|đồn|sai|bịa|xấu"
_JOURNALIST = "phóng viên|nhà báo|pv|cây bút|ký giả|kí giả|cộng tác viên"
_WRITER = rf"tác giả|người (?:viết|tổng hợp|chấp bút|đưa)|{_JOURNALIST}"
_VI_WHO = (
    rf"(?<!và )(?:ai|những ai|(?:{_JOURNALIST}|tác giả|người) (?:nào|tên (?:là )?gì)"
    rf"|(?:những|các) (?:{_JOURNALIST}|tác giả) nào)"
)
_VI_HAS = "(?:là người |là người đã |đã |có |từng |vừa )?"
_VI_WRITES = "viết|tổng hợp|chấp bút|chắp bút|thực hiện|đăng|đăng tải|đưa|viết ra|đứng tên|ký tên"
_VI_END = r"(?: (?:vậy|thế|nhỉ|ạ|đấy|đó|hả|à))*$"
_VI_POLITE = "^(?:(?:cho|xin|hãy|tôi|mình|em|anh|chị|hỏi|biết|là|vui lòng|bạn|ơi|tên|của|vậy|thế|rằng|muốn|tìm) )*"
_NO_OTHER_QUESTION = r"(?!(?: \w+)* (?:gì|nào|ai|đâu|sao|bao nhiêu|mấy|không|chưa)(?: |$))"


def _vietnamese(noun: str) -> str:
    article = rf"(?:(?:những|các|một|loạt|chùm) ){{0,2}}(?:{noun}){_NO_PRIZE}"
    return (
        # "ai viết bài …", "phóng viên nào thực hiện bài …"
        rf"{_VI_WHO} {_VI_HAS}(?:{_VI_WRITES}) {article}"
        # "ai là tác giả bài …", "người viết bài … là ai", "tên phóng viên viết bài … là gì", "tác giả bài …"
        rf"|ai (?:là|chính là) (?:{_WRITER})(?: đã)?(?: viết| của)? {article}"
        rf"|(?:{_WRITER})(?: đã)?(?: viết| của| thực hiện)? {article}{_VI_SUBJECT}"
        rf" (?:là {_VI_WHO}|tên (?:là )?gì){_VI_END}"
        rf"|tên (?:của )?(?:{_WRITER})(?: đã)?(?: viết| của)? {article}{_VI_SUBJECT} là gì{_VI_END}"
        rf"|{_VI_POLITE}(?:tác giả|người viết)(?: của)? {article}{_NO_OTHER_QUESTION}"
        # "bài … do ai viết", "bài … là của phóng viên nào", "bài … tác giả là ai"
        rf"|{_VI_POLITE}{article}{_VI_SUBJECT} (?:là |được )?(?:(?:của|do|từ) {_VI_WHO}(?: (?:đã )?(?:{_VI_WRITES}))?"
        rf"|{_VI_WHO} (?:đã )?(?:viết|chấp bút|chắp bút|đăng)"
        rf"|(?:có )?(?:tác giả|người viết) (?:là )?(?:{_VI_WHO}|tên (?:là )?gì|nào)"
        rf"|{_VI_WHO} là (?:tác giả|người viết)|(?:được )?(?:ký|đề) (?:tên|bút danh) (?:ai|(?:là )?gì)){_VI_END}"
        rf"|{_VI_WHO} {_VI_HAS}viết (?:bản |mẩu )?tin(?! (?:{_NO_NEWS}))(?= |$)"
    )


VIETNAMESE = _vietnamese(_VI_SURE)
VIETNAMESE_POSSIBLE = (
    rf"{_vietnamese(_VI_POSSIBLE)}|{_VI_WHO} {_VI_HAS}(?:viết|đưa tin|viết tin) về"
    rf"|(?:{_JOURNALIST}) nào {_VI_HAS}(?:phản ánh|tường thuật|ghi chép|đưa tin)"
    # "Tin giao ban sơ kết … do ai viết"
    rf"|{_VI_POLITE}tin(?! (?:{_NO_NEWS})(?: |$)){_VI_SUBJECT} do {_VI_WHO} (?:đã )?(?:{_VI_WRITES}){_VI_END}"
)

# A report or a column is one of these articles only with its subject behind it: "the report on the flood".
_EN_KIND = (
    "article|news article|news report|write up|news item|news story"
    "|(?:report|piece|column|editorial|dispatch)(?= (?:on|about|regarding|covering|that|titled) )"
)
_EN_STORY = r"(?<!short )(?<!love )(?<!life )(?<!fairy )story(?= (?:on|about|regarding|covering|that|saying|titled)|$)"
_EN_PLACED = r"(?: (?!book|novel|poem|song|letter|play|short|love|constitution|law|and|or|to|for)\w+){0,4}?"
_EN_PRIZE = r"(?! (?:that |which )?(?:won|wins|winning|has won))"
_EN_ARTICLE = rf"{_EN_PLACED} (?:(?:{_EN_KIND})s?|{_EN_STORY}){_EN_PRIZE}"
_EN_JOURNALIST = "reporter|journalist|correspondent|columnist|staff writer"
_EN_WRITES = (
    "wrote|authored|compiled|penned|filed|published|has written|have written|writes|did|produced"
    r"|(?:signed|put together|wrote up)"
    r"(?= (?:the|this|that|an?)(?: (?!in |of |by |from )\w+){0,2} (?:news )?articles?(?: |$))"
)
_EN_WRITTEN = "written|authored|penned"
_EN_WHICH = rf"(?:which|what)(?: \w+)? (?:{_EN_JOURNALIST})s?"

ENGLISH = (
    rf"(?:who|{_EN_WHICH}|(?:which|what) (?:author|writer|person)s?)(?: actually)? (?:{_EN_WRITES}){_EN_ARTICLE}"
    r"|(?:who (?:is|was|are|were)|name(?: of)?|tell me|^)(?: the)?"
    rf" ?(?:author|writer|{_EN_JOURNALIST})s? (?:of|behind|for|who wrote){_EN_ARTICLE}"
    rf"|whose (?:byline|name) (?:is|stands|appears)(?: (?:on|over|under|above))?{_EN_ARTICLE}"
    r"|byline"
    rf"|^(?:the |name the )?(?:{_EN_JOURNALIST}) (?:who|that) (?:covered|filed|reported)(?= )"
    r"(?!.* (?:was|is|were|did) )"
    rf"|who (?:was|is|were){_EN_ARTICLE}(?: \w+){{0,24}}? (?:(?:{_EN_WRITTEN}) )?by$"
    rf"|by whom (?:was|is|were){_EN_ARTICLE}(?: \w+){{0,24}}? (?:{_EN_WRITTEN})(?= |$)"
    rf"|^(?:the |this |that )?(?:{_EN_KIND}|{_EN_STORY})(?: \w+){{0,24}} (?:{_EN_WRITTEN}) by (?:whom|who|which \w+)$"
)
ENGLISH_POSSIBLE = (
    r"who (?:(?:wrote|writes|has written) about|reported on(?! behalf))(?= )"
    rf"|{_EN_WHICH} (?:wrote|covered|covers|reported|reports)(?= )"
)
