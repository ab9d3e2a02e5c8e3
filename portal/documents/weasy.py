"""The one door to WeasyPrint. On import it tells Pillow to accept pictures that end too early; our
uploads rely on Pillow refusing them, so that is taken back at once."""

from PIL import ImageFile
from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

ImageFile.LOAD_TRUNCATED_IMAGES = False

__all__ = ["CSS", "HTML", "URLFetcher", "URLFetcherResponse"]
