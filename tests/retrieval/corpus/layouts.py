"""Articles on many subjects in the layouts of many sites, each with what a reader would say of it.

All are invented. ``published`` is written "2024-03-04 09:15" (without the time where the page gives none); ``event``
is one day, or two with a slash between them.
"""

from dataclasses import dataclass, field

from retrieval.corpus.document import DocumentFormat


@dataclass(frozen=True)
class Layout:
    """One article and its expected metadata; None means that the page does not say."""

    text: str
    title: str | None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    event: str | None = None
    declared: dict[str, str] = field(default_factory=dict)
    format: DocumentFormat = DocumentFormat.TXT


LAYOUTS = {
    "sports, stamp above the title as on VnExpress": Layout(
        """Thể thao
Bóng đá
Thứ hai, 4/3/2024, 09:15 (GMT+7)
Hải Phòng thắng trận thứ ba liên tiếp
Đội bóng đất Cảng hạ chủ nhà Bình Định 2-1 tối 3/3, qua đó leo lên vị trí thứ tư sau 14 vòng.

Hai bàn thắng của Hải Phòng đến ở phút 23 và 67. Chủ nhà chỉ có bàn danh dự từ chấm phạt đền.

Ở vòng sau, ngày 9/3, Hải Phòng tiếp Thanh Hóa trên sân Lạch Tray.

Lâm Thỏa""",
        title="Hải Phòng thắng trận thứ ba liên tiếp",
        author="Lâm Thỏa",
        published="2024-03-04 09:15",
        event="2024-03-03",
    ),
    "weather, stamp and name of the paper as on Tuổi Trẻ": Layout(
        """Không khí lạnh tràn về, miền Bắc rét đậm từ đêm nay
04/03/2024 09:15 GMT+7
LÊ MINH
TTO - Trung tâm Dự báo khí tượng thủy văn quốc gia cho biết chiều tối 4-3, không khí lạnh sẽ ảnh hưởng đến miền Bắc.

Nhiệt độ thấp nhất ở vùng núi có nơi dưới 7 độ C. Người dân cần che chắn chuồng trại cho gia súc.

Trở thành người đầu tiên tặng sao cho bài viết""",
        title="Không khí lạnh tràn về, miền Bắc rét đậm từ đêm nay",
        source="Tuổi Trẻ",
        author="LÊ MINH",
        published="2024-03-04 09:15",
        event="2024-03-04",
    ),
    "agriculture, kicker and NDO": Layout(
        """Kinh tế
Được mùa vải thiều, nông dân Lục Ngạn phấn khởi
Thứ Sáu, ngày 14/06/2024 - 17:08
NDO - Ngày 14/6, Ủy ban nhân dân huyện Lục Ngạn công bố sản lượng vải thiều sớm đạt 30 nghìn tấn.

Giá bán tại vườn từ 35 đến 50 nghìn đồng một ki-lô-gam, cao hơn cùng kỳ năm trước.

THU TRÀ""",
        title="Được mùa vải thiều, nông dân Lục Ngạn phấn khởi",
        source="Báo Nhân Dân",
        author="THU TRÀ",
        published="2024-06-14 17:08",
        event="2024-06-14",
    ),
    "floods, agency dateline and reporter of the agency": Layout(
        """Mưa lớn gây ngập úng tại nhiều khu dân cư ở Thái Nguyên
Yên Bái (TTXVN) - Trận mưa kéo dài từ đêm 8/9/2024 làm hàng trăm ngôi nhà ở thành phố bị ngập sâu.

Lực lượng vũ trang đã đưa hơn 500 người đến nơi an toàn. Chưa có báo cáo về thiệt hại nhân mạng.

Tuấn Anh/TTXVN""",
        title="Mưa lớn gây ngập úng tại nhiều khu dân cư ở Thái Nguyên",
        source="Thông tấn xã Việt Nam",
        author="Tuấn Anh",
        published="2024-09-08",
        event="2024-09-08",
    ),
    "government, mark of the portal, reporter without a name": Layout(
        """Thủ tướng yêu cầu bảo đảm cung ứng điện mùa nắng nóng
(Chinhphu.vn) – Chiều 20/5, Thủ tướng Chính phủ chủ trì cuộc họp về bảo đảm điện cho các tháng cao điểm năm 2024.

Tập đoàn Điện lực báo cáo công suất dự phòng đạt 10%. Không để thiếu điện trong bất cứ tình huống nào.

PV""",
        title="Thủ tướng yêu cầu bảo đảm cung ứng điện mùa nắng nóng",
        source="Báo điện tử Chính phủ",
        published="2024-05-20",
        event="2024-05-20",
    ),
    "radio, mark with a domain, author with the station": Layout(
        """Lễ hội Đền Hùng đón hơn một triệu lượt khách
Thứ Năm, 18/04/2024, 15:30
VOV.VN - Sáng nay (18/4), lễ dâng hương tưởng niệm các Vua Hùng được tổ chức trọng thể tại đền Thượng.

Ban tổ chức cho biết lượng khách tăng 12% so với năm 2023.

Mai Hồng/VOV-Tây Bắc""",
        title="Lễ hội Đền Hùng đón hơn một triệu lượt khách",
        source="VOV",
        author="Mai Hồng",
        published="2024-04-18 15:30",
        event="2024-04-18",
    ),
    "court, police newspaper, two authors": Layout(
        """Trang chủ > Pháp luật > Tòa án
Tuyên án 12 bị cáo trong đường dây làm giả giấy tờ
13/11/2023 18:20
ANTD.VN - Chiều 13-11, Tòa án nhân dân thành phố Hà Nội tuyên phạt 12 bị cáo tổng cộng 45 năm tù.

Bị cáo đầu vụ nhận mức án 9 năm tù về tội "Làm giả con dấu, tài liệu của cơ quan, tổ chức".

Thu Phương - Quang Huy
Từ khóa: làm giả giấy tờ, tòa án""",
        title="Tuyên án 12 bị cáo trong đường dây làm giả giấy tờ",
        source="An ninh Thủ đô",
        author="Thu Phương, Quang Huy",
        published="2023-11-13 18:20",
        event="2023-11-13",
    ),
    "prices, credit to another newspaper": Layout(
        """Giá xăng giảm gần 600 đồng một lít từ 15h chiều nay
Cập nhật lúc: 14:40 ngày 11/07/2024
Liên Bộ Công Thương - Tài chính vừa điều chỉnh giá bán lẻ xăng dầu. Mỗi lít xăng RON 95 có giá 22.290 đồng.

Dầu diesel giảm 410 đồng, còn 20.220 đồng một lít. Quỹ bình ổn giá không được trích lập trong kỳ này.

Theo Báo Lao Động""",
        title="Giá xăng giảm gần 600 đồng một lít từ 15h chiều nay",
        source="Lao Động",
        published="2024-07-11 14:40",
    ),
    "culture, provincial newspaper, text and pictures": Layout(
        """Ngày hội hoa ban trở lại Điện Biên
(Báo Điện Biên Phủ) - Tối 16/3, Ngày hội hoa ban khai mạc tại quảng trường trung tâm thành phố.

Đêm khai mạc năm 2024 có chủ đề "Điện Biên Phủ - Bản hùng ca bất diệt" với 300 diễn viên.

Du khách chụp ảnh bên hoa ban. Ảnh: Mai Giáp

Bài và ảnh: Phạm Trung""",
        title="Ngày hội hoa ban trở lại Điện Biên",
        source="Báo Điện Biên Phủ",
        author="Phạm Trung",
        published="2024-03-16",
        event="2024-03-16",
    ),
    "ministry portal with banners": Layout(
        """BỘ Y TẾ
CỔNG THÔNG TIN ĐIỆN TỬ BỘ Y TẾ
Trang chủ > Tin tức > Tin hoạt động
Tăng cường phòng, chống sốt xuất huyết mùa mưa
05/08/2024 | 10:05 AM
|
Ngày 05/8/2024, Bộ Y tế có công văn gửi các tỉnh, thành phố về việc phòng, chống dịch sốt xuất huyết.

Bộ đề nghị duy trì chiến dịch diệt lăng quăng hằng tuần. Các cơ sở điều trị chuẩn bị đủ dịch truyền.

Nguồn: Cục Y tế dự phòng
Cơ quan chủ quản: Bộ Y tế
Địa chỉ: 138A Giảng Võ, Hà Nội""",
        title="Tăng cường phòng, chống sốt xuất huyết mùa mưa",
        source="Cục Y tế dự phòng",
        published="2024-08-05 10:05",
        event="2024-08-05",
    ),
    "education, title over two lines of a PDF, imprint at the end": Layout(
        """Trường học vùng cao đón hơn 2.000 học sinh

trong ngày khai giảng

Sáng 5-9, gần 40 trường ở huyện Mường Lát, Thanh Hóa, đồng loạt khai giảng năm học mới trong tiết trời nắng đẹp.

Năm nay huyện có thêm 12 phòng học kiên cố. Thầy cô góp tiền mua 300 bộ sách cho học sinh nghèo.

Lò Thị Mai

Báo Giáo dục và Thời đại, số ra ngày 6-9-2023""",
        title="Trường học vùng cao đón hơn 2.000 học sinh trong ngày khai giảng",
        source="Giáo dục & Thời đại",
        author="Lò Thị Mai",
        published="2023-09-06",
        event="2023-09-05",
        format=DocumentFormat.PDF,
    ),
    "English news of the agency": Layout(
        """Vietnam's rice exports hit record high
Friday, December 29, 2023 - 16:30
Hanoi (VNA) - Vietnam shipped a record 8.1 million tonnes of rice this year, the ministry said on December 29.

The Philippines remained the largest buyer. Prices averaged 575 USD per tonne.

VNA""",
        title="Vietnam's rice exports hit record high",
        source="Thông tấn xã Việt Nam",
        published="2023-12-29 16:30",
        event="2023-12-29",
    ),
    "English news with a byline above": Layout(
        """Old quarter street closed to cars at weekends
By Hoang Lan
March 9, 2024 | 10:00 am GMT+7
Hang Bac Street in Hanoi's old quarter was closed to cars on Saturday as part of a trial that runs until June.

Shop owners said they welcomed the change. A review will follow in July.""",
        title="Old quarter street closed to cars at weekends",
        author="Hoang Lan",
        published="2024-03-09 10:00",
    ),
    "health, no title at all": Layout(
        """Ngày 2/4/2024, Bệnh viện Đa khoa tỉnh Quảng Trị cứu sống một bé trai 6 tuổi bị rắn độc cắn.

Bé nhập viện trong tình trạng khó thở. Sau ba ngày điều trị, bé đã tự thở và ăn uống được.""",
        title="Ngày 2/4/2024, Bệnh viện Đa khoa tỉnh Quảng Trị cứu sống một bé trai 6 tuổi bị rắn độc cắn",
        event="2024-04-02",
    ),
    "technology, author and stamp on one line, picture credits": Layout(
        """Robot hái cà phê đầu tiên chạy thử ở Đắk Lắk
Nguyễn Khánh Linh - 21/10/2023 07:30
Nhóm sinh viên Trường Đại học Tây Nguyên vừa thử nghiệm robot hái cà phê trên vườn rộng hai héc-ta.

Robot hái được 40 kg quả chín mỗi giờ. Nhóm dự kiến hoàn thiện sản phẩm trước ngày 1/6/2024.""",
        title="Robot hái cà phê đầu tiên chạy thử ở Đắk Lắk",
        author="Nguyễn Khánh Linh",
        published="2023-10-21 07:30",
    ),
    "traffic, newspaper banner above and source below": Layout(
        """Báo Quảng Ninh
Thông xe cầu vượt thứ hai qua vịnh Cửa Lục
Thứ 7, 01/01/2022 | 11:20:15 [GMT +7] A A
Sáng 1/1, cầu Tình Yêu chính thức thông xe, rút ngắn quãng đường giữa hai bờ vịnh còn một phần ba.

Cầu dài 400 m, có sáu làn xe. Tổng mức đầu tư hơn 1.700 tỷ đồng.

Hoàng Nga""",
        title="Thông xe cầu vượt thứ hai qua vịnh Cửa Lục",
        source="Báo Quảng Ninh",
        author="Hoàng Nga",
        published="2022-01-01 11:20",
        event="2022-01-01",
    ),
    "review conference told in the second paragraph": Layout(
        """Ngành điện lực Hà Tĩnh giảm tổn thất điện năng
Báo Hà Tĩnh, 20-01-2024
Tỷ lệ tổn thất điện năng trên địa bàn tỉnh chỉ còn 4,1%, thấp nhất từ trước đến nay.

Con số được nêu tại hội nghị tổng kết công tác năm 2023 của Công ty Điện lực Hà Tĩnh, diễn ra ngày 19-01-2024.

Phan Trâm""",
        title="Ngành điện lực Hà Tĩnh giảm tổn thất điện năng",
        source="Báo Hà Tĩnh",
        author="Phan Trâm",
        published="2024-01-20",
        event="2024-01-19",
    ),
    "passage of an encyclopaedia": Layout(
        """Báo Nhân Dân là cơ quan ngôn luận của Đảng Cộng sản Việt Nam, ra số đầu tiên ngày 11 tháng 3 năm 1951 tại \
chiến khu Việt Bắc. Tổng biên tập đầu tiên là Trường Chinh. Tờ báo nối tiếp các báo Thanh Niên và Tranh Đấu.""",
        title="Báo Nhân Dân",
        declared={"title": "Báo Nhân Dân"},
    ),
    "life in an encyclopaedia": Layout(
        """Marie Curie (7 tháng 11 năm 1867 – 4 tháng 7 năm 1934) là nhà vật lý và hóa học người Ba Lan và Pháp. \
Bà là người đầu tiên hai lần nhận giải Nobel trong hai lĩnh vực khác nhau (theo Reuters).""",
        title="Marie Curie",
        declared={"title": "Marie Curie"},
    ),
}
