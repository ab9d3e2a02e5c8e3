"""A DOCX or XLSX taken apart: its parts, how they point at one another, and written anew."""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from portal.spreadsheets.archive import BadArchive, open_archive
from portal.uploads.checks import BROKEN
from portal.uploads.clean.pixels import bare_picture
from portal.uploads.refused import Refused

CONTENT_TYPES = "[Content_Types].xml"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = re.compile(r"\.(xml|rels|vml)$", re.I)
PHOTO = re.compile(r"/media/.*\.(jpe?g|png)$", re.I)
OTHER_PICTURE = re.compile(r"/media/.*\.(emf|wmf|tiff?|bmp|gif|svg|wdp|webp)$", re.I)
# every copy of the same file is the same to the byte
NO_DAY = (1980, 1, 1, 0, 0, 0)
# what both kinds carry beside the paper itself, and what people call it
BESIDE = (
    (r"docProps/thumbnail\..*", "预览图"),
    (r"docProps/.*", "文档属性（作者、单位、标题等）"),
    (r"customXml/.*", "自定义数据"),
    (r".*/printerSettings/.*", "打印机设置"),
)
PARSER = {"resolve_entities": False, "no_network": True, "remove_comments": True}
PARSER |= {"remove_pis": True}


@dataclass
class Package:
    parts: dict[str, bytes]
    removed: list[str] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)

    @classmethod
    def opened(cls, data: bytes) -> "Package":
        try:
            with open_archive(data) as archive:
                names = [name for name in archive.namelist() if not name.endswith("/")]
                return cls({name: archive.read(name) for name in names})
        except BadArchive as error:
            raise Refused(BROKEN) from error

    def names(self, pattern: str) -> list[str]:
        return [name for name in self.parts if re.fullmatch(pattern, name, re.I)]

    def root(self, name: str) -> Any:
        """The XML of a part. Raises Refused; a document type is how a bomb is built."""
        try:
            root = etree.fromstring(self.parts[name], etree.XMLParser(**PARSER))
        except (etree.XMLSyntaxError, KeyError) as error:
            raise Refused(BROKEN) from error
        if root.getroottree().docinfo.doctype:
            raise Refused(BROKEN)
        return root

    def keep(self, name: str, root: Any) -> None:
        self.parts[name] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def drop(self, pattern: str, told: str) -> None:
        """Take parts away; told once."""
        gone = self.names(pattern)
        for name in gone:
            self.parts.pop(name, None)
            self.parts.pop(relations_of(name), None)
        if gone:
            self.tell(told)

    def tell(self, told: str) -> None:
        if told not in self.removed:
            self.removed.append(told)

    def written(self) -> bytes:
        self._strip_photos()
        self._strip_types()
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda name: (name != CONTENT_TYPES, name)):
                info = zipfile.ZipInfo(name, NO_DAY)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, self.parts[name])
        return stream.getvalue()

    def mend_relations(self) -> dict[str, set[str]]:
        """Let nothing point at what is gone, nor out of the file but to web addresses. Gives the
        ids that are gone, by the part that pointed."""
        gone: dict[str, set[str]] = {}
        for name in [name for name in self.parts if name.endswith(".rels")]:
            root, source = self.root(name), source_of(name)
            for relation in list(root.iter(RELATION)):
                if self._stays(relation, source):
                    continue
                gone.setdefault(source, set()).add(relation.get("Id", ""))
                root.remove(relation)
            self.keep(name, root)
        return gone

    def _stays(self, relation: Any, source: str) -> bool:
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            path = target if target.startswith("/") else f"/{posixpath.dirname(source)}/{target}"
            return posixpath.normpath(path).lstrip("/") in self.parts
        if relation.get("Type", "").endswith("/hyperlink") and target.startswith("http"):
            return True
        self.tell("指向外部文件、邮箱的链接")
        return False

    def _strip_photos(self) -> None:
        for name in self.names(f".*{PHOTO.pattern}"):
            bare = bare_picture(self.parts[name])
            if bare is None:
                self.unchecked.append(f"图片“{posixpath.basename(name)}”带着的属性无法清除")
            elif bare != self.parts[name]:
                self.parts[name] = bare
                self.tell("照片里的拍摄信息")
        for name in self.names(f".*{OTHER_PICTURE.pattern}"):
            self.unchecked.append(f"图片“{posixpath.basename(name)}”带着的属性无法清除")

    def _strip_types(self) -> None:
        root = self.root(CONTENT_TYPES)
        for one in list(root):
            name = one.get("PartName", "").lstrip("/")
            if name and name not in self.parts:
                root.remove(one)
        self.keep(CONTENT_TYPES, root)


def relations_of(name: str) -> str:
    folder, short = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{short}.rels")


def source_of(relations: str) -> str:
    """The part whose relations these are; "" for the package's own."""
    folder, short = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), short.removesuffix(".rels"))


def drop_beside(package: Package) -> None:
    for pattern, told in BESIDE:
        package.drop(pattern, told)


def unlink(root: Any, gone: set[str]) -> None:
    """Take away references to relations that are gone."""
    for element in root.iter():
        for key, value in list(element.attrib.items()):
            if key.startswith(f"{{{LINKED}}}") and value in gone:
                del element.attrib[key]


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(etree.QName(element).localname)
