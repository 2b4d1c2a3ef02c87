"""How Vietnamese names of people are made: a surname, middle names, a given name; and the words that address people.

Nine in ten Vietnamese bear one of some forty surnames, so a surname before one to three capitalised syllables is a
person, in an article as in a question.
"""

from collections.abc import Sequence

from retrieval.text.spelling import fold
from retrieval.text.syllables import parse_syllable
from retrieval.text.wordlists import word_set

# With marks, in small letters.
SURNAMES = word_set(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh lương trương lưu phùng đào đoàn tô tạ
    trịnh mai lâm cao tăng thái chu châu hà quách đàm mạc vương tống triệu kiều la bạch doãn khuất nghiêm ninh
    phí quang từ thạch thân tôn văn viên vi lò hứa giáp cù cung diệp lại lục mã nông quan sầm tòng hầu giàng vàng
    nhữ lữ âu ma hạng y điểu đồng bế cầm lù chẩu đậu bành tiêu thiều khương đới ngọ mẫn chử
    lường sồng sùng vừ thào hờ lầu cháng tẩn phàn chảo quàng lừ lô kha khổng khúc uông thẩm ôn nhâm ngụy tiết quản ung
    """
)
# Those that are hardly ever another word at the head of a capitalised run; most people bear one of them.
COMMON_SURNAMES = word_set(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh lương trương trịnh đoàn đào tô tạ
    """
)
BARE_COMMON_SURNAMES = frozenset(map(fold, COMMON_SURNAMES))
# After a surname these go on with a name even in small letters: "nguyễn văn …", "trần thị …".
MIDDLE_NAMES = word_set(
    """
    văn thị đức xuân minh thanh quang hữu đình ngọc thế trọng công quốc duy anh bá đăng hoàng hồng hải kim khắc mạnh
    phú phương quý sỹ tấn tất thành thái thu thùy thúy tiến tuấn vĩnh viết việt gia huy hùng kiến bích cẩm diệu mỹ
    như nhật tố trung tường vương
    """
)
# Before nothing but a person's name; the others below stand before "Hà Nội" too.
FORMS_OF_ADDRESS = frozenset(
    {*("ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "em", "thầy", "đồng chí", "đ c"), "mr", "mrs", "ms", "dr"}
)
HONORIFICS = FORMS_OF_ADDRESS | frozenset(
    {
        *("gs", "ts", "pgs"),
        *("bác sĩ", "giáo sư", "tiến sĩ", "tướng", "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá"),
        *("nhà văn", "nhà thơ", "nhạc sĩ", "ca sĩ", "diễn viên", "nghệ sĩ", "cầu thủ", "huấn luyện viên", "hlv"),
        *("luật sư", "kỹ sư", "vua", "chúa", "hoàng đế", "nhà báo", "đạo diễn", "họa sĩ", "tổng thống", "thủ tướng"),
        *("bộ trưởng", "chủ tịch", "bí thư", "ngoại trưởng", "giám đốc", "president"),
    }
)
# In small letters too a person's name stands behind these, as behind an honorific.
TITLES = HONORIFICS | frozenset(
    {
        *("bị cáo", "bị can", "bị hại", "nghi phạm", "nghi can", "nguyên đơn", "bị đơn", "nhân chứng", "thẩm phán"),
        *("đại biểu", "cử tri", "cổ đông", "ứng viên", "thí sinh", "thủ khoa", "học sinh", "sinh viên", "nạn nhân"),
        *("vận động viên", "vđv", "tay vợt", "kình ngư", "tiền đạo", "tiền vệ", "hậu vệ", "thủ môn", "trung vệ"),
        *("trọng tài", "võ sĩ", "kỳ thủ", "doanh nhân", "nghệ nhân", "biên kịch", "tác giả", "mc", "người mẫu"),
        *("hoa hậu", "á hậu", "nsnd", "nsưt", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy"),
        *("thiếu úy", "hiệu trưởng", "trưởng ban", "phóng viên", "nông dân", "ngư dân", "tài xế", "phi công"),
    }
)
BARE_MIDDLE_NAMES = frozenset(map(fold, MIDDLE_NAMES))
ENGLISH_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "dr", "comrade", "president", "minister", "secretary", "chairman", "general"}
)
MAX_NAME_SYLLABLES = 5
FULL_NAME_SYLLABLES = 3


def is_full_name(tokens: Sequence[str]) -> bool:
    """Return whether capitalised tokens (given in small letters, with marks) are a person's whole Vietnamese name."""
    is_long = FULL_NAME_SYLLABLES <= len(tokens) <= MAX_NAME_SYLLABLES
    return is_long and tokens[0] in SURNAMES and all(map(parse_syllable, tokens))


def given_name_variants(syllables: Sequence[str]) -> tuple[str, ...]:
    """Return the shorter forms of a whole name that an article may use alone: middle and given name."""
    return (" ".join(syllables[-2:]),) if len(syllables) >= FULL_NAME_SYLLABLES else ()
