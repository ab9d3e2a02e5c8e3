from django.core.validators import RegexValidator
from django.db import models

credit_code_format = RegexValidator(
    r"^[0-9A-HJ-NPQRTUWXY]{18}$", "统一社会信用代码应为 18 位数字和大写字母，不含 I、O、S、V、Z。"
)


class Township(models.Model):
    """乡镇: one government with its own site on this installation, chosen by host name."""

    name = models.CharField("简称", max_length=40, help_text="如“青禾镇”，用在页面标题中。")
    full_name = models.CharField("全称", max_length=80, help_text="如“青禾镇人民政府”。")
    slug = models.SlugField("标识", unique=True, help_text="英文或拼音，用作文件夹名，定后不改。")
    province = models.CharField("省", max_length=20, default="安徽省")
    county = models.CharField("县（区、市）", max_length=40)
    host = models.CharField(
        "域名",
        max_length=200,
        unique=True,
        null=True,
        blank=True,
        help_text="如 qinghe.example.gov.cn。全站只有一个乡镇时可以不填。",
    )

    credit_code = models.CharField(
        "统一社会信用代码",
        max_length=18,
        unique=True,
        validators=[credit_code_format],
        help_text="索引号由它开头。",
    )
    website_code = models.CharField("网站标识码", max_length=20, blank=True)
    icp_number = models.CharField("ICP 备案号", max_length=60, blank=True)
    security_number = models.CharField("公安备案号", max_length=60, blank=True)

    address = models.CharField("地址", max_length=120, blank=True)
    postcode = models.CharField("邮编", max_length=6, blank=True)
    phone = models.CharField("办公电话", max_length=40, blank=True)
    fax = models.CharField("传真", max_length=40, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    office_hours = models.CharField("办公时间", max_length=120, blank=True)
    reception_window = models.CharField(
        "依申请公开受理窗口", max_length=120, blank=True, help_text="写清在便民服务中心的哪个窗口。"
    )
    reception_phone = models.CharField("受理窗口电话", max_length=40, blank=True)
    county_office = models.CharField("县政务公开主管部门", max_length=80, blank=True)
    county_office_phone = models.CharField("县主管部门电话", max_length=40, blank=True)
    introduction = models.TextField("本镇简介", blank=True)

    mourning = models.BooleanField(
        "哀悼日灰度显示", default=False, help_text="国家公祭、哀悼日打开，全站变为灰色。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "乡镇设置"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.full_name

    def clean(self) -> None:
        self.host = (self.host or "").strip().lower() or None
