class IndexNumberConverter:
    """An index number in an address: credit code / year and month - serial."""

    regex = r"[0-9A-Z]{18}/[0-9]{6}-[0-9]{5,8}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
