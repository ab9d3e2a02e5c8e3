import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclosures', '0011_shapes_of_money'),
        ('finance', '0005_projects_levies'),
    ]

    operations = [
        migrations.CreateModel(
            name='FundGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='资金年度')),
                ('source', models.CharField(choices=[('central', '中央财政'), ('province', '省级财政'), ('city', '市级财政'), ('county', '县级财政'), ('township', '镇级财政'), ('several', '多级财政合计')], default='several', max_length=10, verbose_name='资金来源')),
                ('edition', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s', to='disclosures.edition', verbose_name='稿件')),
                ('township', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.township', verbose_name='乡镇')),
            ],
            options={
                'verbose_name': '资金下达',
                'verbose_name_plural': '资金下达',
            },
        ),
        migrations.CreateModel(
            name='GrantLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fund', models.CharField(help_text='与发放名单上的“资金来源”写法一致，才能对上账。', max_length=80, verbose_name='资金名称')),
                ('amount', models.DecimalField(decimal_places=2, help_text='收回的资金填负数。', max_digits=14, verbose_name='金额（元）')),
                ('remark', models.CharField(blank=True, max_length=120, verbose_name='备注')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grant_lines', to='disclosures.edition', verbose_name='稿件')),
                ('township', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.township', verbose_name='乡镇')),
            ],
            options={
                'verbose_name': '下达的资金',
                'verbose_name_plural': '下达的资金',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Holdings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField(help_text='一般是年末，如 2025-12-31。', verbose_name='截止日期')),
                ('edition', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s', to='disclosures.edition', verbose_name='稿件')),
                ('township', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.township', verbose_name='乡镇')),
                ('village', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation', verbose_name='村（社区）')),
            ],
            options={
                'verbose_name': '村集体资产资源',
                'verbose_name_plural': '村集体资产资源',
            },
        ),
        migrations.CreateModel(
            name='Resolution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('assembly', models.CharField(choices=[('representatives', '村民代表会议'), ('villagers', '村民会议'), ('members', '成员（代表）大会')], default='representatives', max_length=16, verbose_name='会议')),
                ('met_on', models.DateField(verbose_name='会议日期')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='地点')),
                ('chaired_by', models.CharField(blank=True, max_length=40, verbose_name='主持人')),
                ('called', models.PositiveSmallIntegerField(verbose_name='应到（人）')),
                ('present', models.PositiveSmallIntegerField(verbose_name='实到（人）')),
                ('in_favour', models.PositiveSmallIntegerField(verbose_name='赞成（票）')),
                ('against', models.PositiveSmallIntegerField(default=0, verbose_name='反对（票）')),
                ('abstained', models.PositiveSmallIntegerField(default=0, verbose_name='弃权（票）')),
                ('attended', models.CharField(blank=True, help_text='按村里公示的写法，如“村民代表 32 人、村‘两委’成员 5 人”，或代表姓名。', max_length=600, verbose_name='到会人员')),
                ('amount', models.DecimalField(blank=True, decimal_places=2, help_text='决定用多少钱的填写，付款会与它核对。', max_digits=14, null=True, verbose_name='同意支出（元）')),
                ('edition', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s', to='disclosures.edition', verbose_name='稿件')),
                ('township', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.township', verbose_name='乡镇')),
                ('village', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation', verbose_name='村（社区）')),
            ],
            options={
                'verbose_name': '会议和表决',
                'verbose_name_plural': '会议和表决',
            },
        ),
        migrations.CreateModel(
            name='Holding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('1-asset', '资产'), ('2-resource', '资源'), ('3-contract', '合同'), ('4-claim', '债权'), ('5-debt', '债务')], max_length=12, verbose_name='类别')),
                ('name', models.CharField(max_length=80, verbose_name='名称')),
                ('quantity', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='数量')),
                ('unit', models.CharField(blank=True, help_text='亩、间、台。', max_length=10, verbose_name='单位')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='位置')),
                ('value', models.DecimalField(blank=True, decimal_places=2, help_text='资产填年末价值，合同填合同总额，债权债务填年末余额；资源可以不填。', max_digits=14, null=True, verbose_name='金额（元）')),
                ('counterparty', models.CharField(blank=True, help_text='承租人、债务人等；个人保存时只留姓氏。', max_length=80, verbose_name='对方')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='起')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='止')),
                ('rent', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='年租金（元）')),
                ('remark', models.CharField(blank=True, max_length=120, verbose_name='备注')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holdings_rows', to='disclosures.edition', verbose_name='稿件')),
                ('township', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.township', verbose_name='乡镇')),
            ],
            options={
                'verbose_name': '登记事项',
                'verbose_name_plural': '登记事项',
                'ordering': ['kind', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='holding_term', violation_error_message='止日不能早于起日。')],
            },
        ),
        migrations.CreateModel(
            name='ResolutionStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('1-proposed', '村党组织提议'), ('2-consulted', '村“两委”商议'), ('3-reviewed', '党员大会审议'), ('4-decided', '村民代表会议决议'), ('5-announced', '决议公开'), ('6-reported', '实施结果公开')], max_length=14, verbose_name='步骤')),
                ('on', models.DateField(verbose_name='日期')),
                ('remark', models.CharField(blank=True, max_length=200, verbose_name='说明')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='resolution_steps', to='disclosures.edition', verbose_name='稿件')),
                ('township', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.township', verbose_name='乡镇')),
            ],
            options={
                'verbose_name': '四议两公开',
                'verbose_name_plural': '四议两公开',
                'ordering': ['kind', 'on'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'kind'), name='resolution_step_once', violation_error_message='同一步骤只填一次。')],
            },
        ),
    ]
