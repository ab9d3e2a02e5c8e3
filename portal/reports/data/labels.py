"""schema.org labels by which search engines for data find a dataset."""

import json
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset
from portal.reports.data.files import TYPES

# as script tags end on </ wherever it stands
HARMLESS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
CONTEXT = "https://schema.org"


def labels_of(dataset: Dataset, township: Township, site: str, on: date) -> dict[str, Any]:
    """The dataset in the words of schema.org/Dataset."""
    page = reverse("reports:dataset", args=[dataset.name])
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": f"{site}{page}",
        "url": f"{site}{page}",
        "name": f"{township.name}{dataset.title}",
        "description": f"{township.full_name}公开的数据。{dataset.about}{dataset.cycle}。",
        "identifier": dataset.name,
        "inLanguage": "zh-CN",
        "keywords": ["政务公开", str(dataset.theme), dataset.title],
        "isAccessibleForFree": True,
        "license": f"{site}{reverse('reports:data')}#licence",
        "dateModified": on.isoformat(),
        "creator": _body(township, site),
        "publisher": _body(township, site),
        "spatialCoverage": f"{township.province}{township.county}{township.name}",
        "variableMeasured": [
            {"@type": "PropertyValue", "name": field.name, "description": field.label}
            for field in dataset.fields
        ],
        "distribution": [_file(dataset, extension, site) for extension in TYPES],
    }


def _body(township: Township, site: str) -> dict[str, str]:
    return {"@type": "GovernmentOrganization", "name": township.full_name, "url": site}


def _file(dataset: Dataset, extension: str, site: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "encodingFormat": TYPES[extension],
        "contentUrl": f"{site}{reverse('reports:dataset-file', args=[dataset.name, extension])}",
    }


def data_block(value: dict[str, Any]) -> SafeString:
    """A block of data in a page: browsers never run it, so that the strict policy lets it stand."""
    text = json.dumps(value, ensure_ascii=False).translate(HARMLESS)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308
