import django.db.models.deletion
import finance.vouchers.models
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0003_population'),
        ('disclosures', '0011_shapes_of_money'),
        ('finance', '0001_books'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Voucher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=150, verbose_name='文件名')),
                ('file', models.FileField(editable=False, upload_to=finance.vouchers.models.voucher_path, verbose_name='文件')),
                ('media_type', models.CharField(editable=False, max_length=100, verbose_name='内容类型')),
                ('size', models.PositiveBigIntegerField(editable=False, verbose_name='大小（字节）')),
                ('sha256', models.CharField(editable=False, max_length=64, verbose_name='摘要值')),
            ],
            options={
                'verbose_name': '凭证',
                'verbose_name_plural': '凭证',
                'ordering': ['pk'],
            },
        ),
        migrations.RemoveIndex(
            model_name='ledgerentry',
            name='entry_large',
        ),
        migrations.AddField(
            model_name='ledgerentry',
            name='large',
            field=models.BooleanField(default=False, editable=False, help_text='支出达到本期的大额支出起点。', verbose_name='大额'),
        ),
        migrations.AddField(
            model_name='ledgerentry',
            name='levy',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosures.disclosure', verbose_name='筹资筹劳'),
        ),
        migrations.AddField(
            model_name='ledgerentry',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosures.disclosure', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='ledgerentry',
            name='resolution',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosures.disclosure', verbose_name='依据的决议'),
        ),
        migrations.AddField(
            model_name='period',
            name='large_from',
            field=models.DecimalField(decimal_places=2, default=Decimal('5000.00'), editable=False, help_text='开立账期时村里的规定，以后改了规定也不影响这一期。', max_digits=12, verbose_name='大额支出起点（元）'),
        ),
        migrations.AlterField(
            model_name='ledgerentry',
            name='counterparty',
            field=models.CharField(blank=True, help_text='单位写全称；个人的姓名保存时只留姓氏（如“方某”）。', max_length=80, verbose_name='收（付）款方'),
        ),
        migrations.AddIndex(
            model_name='ledgerentry',
            index=models.Index(fields=['project', 'period'], name='entry_project'),
        ),
        migrations.AddIndex(
            model_name='ledgerentry',
            index=models.Index(fields=['levy', 'period'], name='entry_levy'),
        ),
        migrations.AddIndex(
            model_name='ledgerentry',
            index=models.Index(condition=models.Q(('large', True)), fields=['township', '-on', '-id'], name='entry_large'),
        ),
        migrations.AddField(
            model_name='voucher',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='vouchers', to='finance.ledgerentry', verbose_name='收支明细'),
        ),
        migrations.AddField(
            model_name='voucher',
            name='looked_through_by',
            field=models.ForeignKey(editable=False, help_text='谁确认了图片上没有身份证号、银行卡号等个人信息。', on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='查看人'),
        ),
        migrations.AddField(
            model_name='voucher',
            name='township',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.township', verbose_name='乡镇'),
        ),
    ]
