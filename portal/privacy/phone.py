"""Mobile numbers of mainland China. Landlines are an office's, not a person's."""

import re
from collections.abc import Iterator

from portal.privacy.digits import PARTED, WHOLE_BEGIN, WHOLE_END, Found, matches

# How people write them; other groupings are dates and file numbers: 150-2021-003.
REST = "|".join(
    [
        "[0-9]{8}",
        f"{PARTED}[0-9]{{4}}{PARTED}[0-9]{{4}}",
        f"{PARTED}[0-9]{{8}}",
        f"[0-9]{{4}}{PARTED}[0-9]{{4}}",
    ]
)
COUNTRY_CODE = "(?:0{0,2}86[ -]{0,2})?"
# Letters right behind belong to a code of goods or of a firm.
NUMBER = re.compile(
    rf"{WHOLE_BEGIN}(?={COUNTRY_CODE}(1[3-9][0-9](?:{REST})){WHOLE_END}(?![A-Za-z]))"
)


def phones(text: str) -> Iterator[Found]:
    """Mobile numbers in plain `text`; the country code isn't part of them."""
    return matches(NUMBER, text)
