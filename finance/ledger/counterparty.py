"""Who stands at the other end of a payment: firms are named, private persons masked."""

import re

from portal.privacy.names import HAN, LONGEST_HAN, mask_name

# what a name of two to four characters ends in when it is no person's
BODY = re.compile(
    r"(公司|厂|店|部|站|所|村|组|局|社|队|行|院|校|会|场|园|镇|县|市|省|处|办|中心|馆|铺)$"
)


def shown(counterparty: str) -> str:
    """As residents may read it: 方庆 → 方某, 青禾农资店 stays."""
    bare = "".join(counterparty.split())
    person = HAN.fullmatch(bare) and 2 <= len(bare) <= LONGEST_HAN and not BODY.search(bare)
    return mask_name(bare) if person else counterparty.strip()
