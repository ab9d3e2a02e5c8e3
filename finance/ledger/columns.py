"""What the columns of village accountants' sheets are called."""

from portal.spreadsheets.rows import Column

DATE = "日期"
MONTH, DAY = "月", "日"
VOUCHER = "凭证号"
SUBJECT = "科目"
PURPOSE = "用途"
INCOME, EXPENSE = "收入", "支出"
DIRECTION, AMOUNT = "收支", "金额"
BALANCE = "余额"
COUNTERPARTY = "对方"
HANDLER = "经手人"
PROJECT, RESOLUTION, REMARK = "项目", "决议", "备注"

COLUMNS = (
    Column(DATE, ("时间", "记账日期", "凭证日期", "发生日期", "收支日期", "业务日期", "年月日")),
    Column(MONTH, ("月份",)),
    Column(DAY, ("日份",)),
    Column(
        VOUCHER, ("凭证编号", "凭证字号", "凭证", "票据号", "单据号", "凭证号数", "字号", "号数")
    ),
    Column(
        SUBJECT, ("会计科目", "收支科目", "科目名称", "收支类别", "类别", "收支项目", "项目类别")
    ),
    Column(
        PURPOSE,
        (
            "摘要(用途)",
            "摘要",
            "用途摘要",
            "事由",
            "收支事由",
            "内容",
            "资金用途",
            "收支内容",
            "用途说明",
        ),
    ),
    Column(
        INCOME,
        (
            "收入金额",
            "收入数",
            "收方",
            "收方金额",
            "借方",
            "借方金额",
            "收入(万元)",
            "本期收入",
            "进账",
        ),
    ),
    Column(
        EXPENSE,
        (
            "支出金额",
            "支出数",
            "付方",
            "付方金额",
            "贷方",
            "贷方金额",
            "支出(万元)",
            "本期支出",
            "付出",
        ),
    ),
    Column(DIRECTION, ("收/支", "收支方向", "收支类型", "方向", "收付")),
    Column(AMOUNT, ("发生额", "发生金额", "收支金额", "金额(万元)")),
    Column(BALANCE, ("结余", "结余金额", "账面余额", "余额(万元)", "结存", "结存金额", "期末余额")),
    Column(COUNTERPARTY, ("收款人", "付款人", "收(付)款方", "收款单位", "对方单位", "收付款单位")),
    Column(HANDLER, ("经办人", "经办", "经手", "报账人", "领款人")),
    Column(PROJECT, ("工程项目", "项目名称")),
    Column(RESOLUTION, ("会议决议", "决议编号")),
    Column(REMARK, ("说明", "附注")),
)
