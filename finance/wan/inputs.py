"""Inputs of the desk in 万元 for amounts that are kept in yuan."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from finance.wan.amounts import CENT, WAN, yuan_of

MOST = Decimal(10) ** 12


class WanField(forms.DecimalField):
    """Typed and shown in 万元, cleaned to yuan with two places."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        given = {name: one for name, one in kwargs.items() if name not in _OF_DECIMALS}
        super().__init__(**given)
        self.widget.attrs.setdefault("inputmode", "decimal")
        self.widget.attrs.setdefault("size", 10)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        yuan = yuan_of(str(value))
        if yuan is None:
            raise ValidationError(f"“{value}”不是金额，请填以万元为单位的数字，没有发生的填 0。")
        if yuan != yuan.quantize(CENT):
            raise ValidationError(f"{value} 万元折合成元后超过两位小数，请核对。")
        if abs(yuan) >= MOST:
            raise ValidationError(f"{value} 万元太大了，请核对单位是不是万元。")
        return yuan.quantize(CENT)

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)

    def prepare_value(self, value: Any) -> Any:
        """What is kept in yuan as 万元; what was typed as it was typed."""
        if not isinstance(value, Decimal):
            return value
        amount = (value / WAN).normalize()
        return f"{amount:f}" if amount.as_tuple().exponent < -2 else f"{amount:.2f}"  # type: ignore[operator]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return forms.Field.has_changed(self, initial, data)


_OF_DECIMALS = ("max_digits", "decimal_places")


class WanInputs:
    """For an inline with amounts: the fields named in `wan` are typed in 万元, and say so."""

    wan: tuple[str, ...] = ()

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.wan:
            kwargs |= {"form_class": WanField, "label": f"{db_field.verbose_name}（万元）"}
        return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
