"""A list narrowed by choices and words, as plain GET links."""

from urllib.parse import urlencode

import django_filters


class ChoiceFilterSet(django_filters.FilterSet):
    """What is chosen, the links that drop it, and what was not understood."""

    def offer(self, **choices: list[tuple[str, str]]) -> None:
        """Name the choices that only the township knows."""
        for name, offered in choices.items():
            self.filters[name].extra["choices"] = offered
        for one in self.filters.values():
            if isinstance(one, django_filters.ChoiceFilter):
                one.extra["empty_label"] = "全部"

    @property
    def query(self) -> str:
        """What is narrowed by, as it goes on in links."""
        kept = self.kept
        return f"{urlencode(kept)}&" if kept else ""

    @property
    def kept(self) -> dict[str, str]:
        """The choices made, each by the name of its filter."""
        self.form.is_valid()
        given = self.form.cleaned_data
        return {name: str(given[name]) for name in self.filters if given.get(name)}

    def chosen(self) -> list[dict[str, str]]:
        """What is narrowed by, each with the address that drops it."""
        kept = self.kept
        return [
            {
                "label": str(self.filters[name].label),
                "value": self._shown(name, value),
                "without": urlencode({key: kept[key] for key in kept if key != name}),
            }
            for name, value in kept.items()
        ]

    def unclear(self) -> list[str]:
        """What was asked for in words that no choice has; the list ignores it."""
        return [str(self.filters[name].label) for name in self.form.errors]

    def _shown(self, name: str, value: str) -> str:
        """As the choice is called; what was typed, as it was typed."""
        return str(dict(self.filters[name].extra.get("choices", [])).get(value, value))
