from django.core.files.base import ContentFile
from django.db import transaction

from disclosures.attachments.models import BodyImage
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.trail.record import record
from portal.uploads.images import clean_image


@transaction.atomic
def keep_image(township: Township, data: bytes, *, by: Staff) -> BodyImage:
    """Keep a picture for use in bodies, re-encoded. Raises BadImage with a sentence."""
    clean = clean_image(data)
    image = BodyImage(township=township, media_type=clean.media_type, uploaded_by=by)
    image.file.save(image.key.hex, ContentFile(clean.data), save=False)
    image.save()
    record(image, "上传正文图片", by=by)
    return image
