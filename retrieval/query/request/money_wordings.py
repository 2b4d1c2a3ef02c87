"""How questions ask for a sum of money: by a sum's name, by what is paid, by "bao nhiêu tiền"."""

from retrieval.query.request.wording import both

# Sums, and what is paid, where nothing else is counted: "trị giá bao nhiêu", "được thưởng bao nhiêu".
_ASKED = "(?:bao nhiêu|bn|mấy)"
_NO_NOUN = (
    r"(?= (?:một|1|mỗi|trong|năm|vậy|thì|hả|ở|tại|cho|của|so|và|tiền|tỷ|tỉ|triệu|nghìn|ngàn|đồng|để|khi|nếu|từ)"
    r"(?: |$)|$)"
)
_SUMS = (
    "(?:học phí|lệ phí|thu nhập|tiền thưởng|mức thưởng|tiền lương|mức lương"
    "|lương (?:tháng|của|cơ bản|khởi điểm|bình quân)"
    "|mức đầu tư|tổng đầu tư|trị giá"
    "|lợi nhuận|tiền phạt|mức phạt|mức hỗ trợ|tiền công|tiền điện|tiền nước|giá vé)"
)
_PAYS = (
    "(?:(?:lỗ|lãi)(?: (?:trước|sau) thuế| ròng)?"
    "|(?:phải|được|đc|dc|bị) (?:trả|thưởng|phạt|hỗ trợ|bồi thường|đóng|nộp)(?: thêm)?"
    "|thu phí|tốn|lương|(?<!đảng )(?<!địa )chi(?: ra| tới| hết)?)"
)
_EN_NO_MONEY = (
    "grow|rise|increase|fall|drop|decrease|shrink|weigh|rain|reduce|decline|land|water|rice|time|rainfall|space|area"
    "|longer|faster|higher|lower|more|less|blood|energy|power|electricity|waste|rubbish|soil|sand|fish|coffee|food"
)
MONEY = both(
    "(?:bao nhiêu|bn|mấy) tiền(?! (?:đạo|vệ))|(?:bao nhiêu|bn|mấy) (?:tỷ|tỉ)(?: đồng|$)"
    "|bao nhiêu đồng(?! (?:chí|bào|đội))|mấy đồng(?! chí)|kinh phí|ngân sách|số tiền"
    "|(?<!đánh )(?<!khán )(?<!tác )(?<!thính )(?<!độc )(?<!quốc )(?<!tham )(?<!chuyên )(?<!gia )giá"
    "|chi phí|tổng vốn|vốn|doanh thu|lợi nhuận"
    rf"|{_SUMS}(?: \w+){{0,14}}?(?: (?:là|được|đạt|khoảng|hơn|gần))? {_ASKED}{_NO_NOUN}"
    rf"|{_PAYS}(?: (?:khoảng|tới|hơn|gần|là))? (?:bao nhiêu|bn){_NO_NOUN}"
    "|how much (?:money|will|was)|cost|budget|price|revenue|profit"
    rf"|how much (?:did|does|do)(?!.* (?:{_EN_NO_MONEY})(?: |$))"
    r"|how much(?: \w+){1,12} (?:paid|worth|fined|lose|lost|earn|donated?|invest|pay|spend|spent)"
    "|(?:billions?|millions?) of (?:dong|dollars|vnd|usd)"
    "|tuition|salary|salaries|prize money|(?:entry|registration|entrance) fee|income|turnover"
    "|(?:pre tax|net|annual|total) loss"
)
