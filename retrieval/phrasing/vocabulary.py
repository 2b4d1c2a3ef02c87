"""The words that the support check treats in a way of their own: those that say nothing, and those that turn a sense.

Function words may be added freely by whoever phrases a sentence. A word that reverses, limits or compares must stand
in the cited passage itself.
"""

from retrieval.query.language import ENGLISH_WORDS
from retrieval.text.wordlists import word_set

VIETNAMESE_FUNCTION_WORDS = word_set(
    """
    à ạ ấy bằng bị bởi các cái cả cho có của cùng cũng cứ do đã đang đây để đến đó được gồm hay hoặc khi kia là lại lúc
    mà mỗi nên này nếu ngày năm người những như nơi ở ông bà qua rằng rồi sẽ sự tại tháng theo thì thuộc thế tới trong
    từ và vào vẫn về vì việc với vừa
    """
)
ENGLISH_FUNCTION_WORDS = ENGLISH_WORDS | word_set(
    """
    according again also although among being but both chiefly he her here him itself me my no now one our own she so
    some such than then through thus too toward towards up upon us very via we well while within yet
    a an the and or of in on at to by for from with as is are was were be been has have had it its this that these those
    """
)
ENGLISH_TITLES = word_set("mr mrs ms miss dr prof professor comrade sir madam")

VIETNAMESE_NEGATIONS = word_set("không chưa chẳng chả đừng chớ")
ENGLISH_NEGATIONS = word_set("not no never without nor neither none nobody nothing cannot t")

# Between two names, these say who did it and who suffered it: "A thắng B" is not "B thắng A".
DIRECTED_WORDS = word_set(
    """
    thắng thua hạ hơn kém vượt mua bán kiện cáo thay nhiệm đuổi đánh bại cứu giết tặng trao nợ
    beat beats defeat defeated defeats lost won over than bought sold sued accused replaced succeeded killed paid owes
    owed gave awarded overtook
    """
)
# A passive or "lost to" for "beat" turns the names round, and keeps the sense.
TURNED_ROUND = word_set("bị được do bởi trước by was were lost from")

# Whoever changes one of these changes what is said: directions, outcomes, comparisons, limits, permissions.
VIETNAMESE_TURNING_WORDS = word_set(
    """
    tăng giảm thắng thua hòa hơn kém lãi lỗ mua bán nhập xuất cao thấp lớn nhỏ nhiều ít nhất chỉ mọi tất toàn duy cấm
    chối bác hủy hoãn dừng ngừng miễn bắt tha phản nghìn triệu tỷ tỉ trăm nửa gấp rưỡi trước sau trên dưới ngoài lên
    xuống ra đầu cuối đông tây nam bắc sớm muộn mới cũ nhanh chậm mạnh yếu tốt xấu đúng sai sống chết mở đóng cựu
    """
)
ENGLISH_TURNING_WORDS = word_set(
    """
    increase increased increases rise rose rises rising grow grew grows up decrease decreased decreases fall fell falls
    falling drop dropped decline declined win won wins lose lost loses draw drew more less most least only all every
    buy bought sell sold import imported export exported ban banned refuse refused reject rejected cancel cancelled
    canceled postpone postponed stop stopped free arrest arrested release released first last half double
    """
)
