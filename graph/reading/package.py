"""Zip packages (.docx, .odt) and their XML parts, read within limits and without entity expansion."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any
from zlib import error as zlib_error

from graph.errors import LuocdoError, install
from graph.reading.files import size_text
from graph.reading.options import MIB, Options

Element = Any  # of lxml, which has no types


class Package:
    """The parts of a zip package by name."""

    def __init__(self, data: bytes, name: str, options: Options) -> None:
        self.name = name
        self.options = options
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise LuocdoError(f"{name}: tệp hỏng hoặc không đầy đủ ({error})") from None
        self._infos = {info.filename: info for info in self._zip.infolist()}
        if len(self._infos) > options.max_members:
            raise LuocdoError(f"{name}: gói chứa quá nhiều tệp ({len(self._infos)})")

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    def parts(self, prefix: str) -> list[str]:
        """Names of the parts under `prefix`, sorted."""
        return sorted(part for part in self._infos if part.startswith(prefix))

    def read(self, part: str) -> bytes:
        """The bytes of a part; LuocdoError where it is missing, encrypted, broken or unpacks to more than allowed."""
        info = self._infos.get(part)
        if info is None:
            raise LuocdoError(f"{self.name}: tệp hỏng, thiếu phần {part}")
        return unpack(self._zip, info, self.name, self.options)

    def xml(self, part: str) -> Element:
        """The root element of an XML part, parsed without DTD, entities or network."""
        return parse_xml(self.read(part), self.name)


def unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, options: Options) -> bytes:
    """The bytes of one member. What the archive says of sizes is checked first, what really comes out is bounded."""
    limit = options.max_text_bytes
    if info.flag_bits & 1:
        raise LuocdoError(f"{name}: có mật khẩu, không đọc được")
    if info.file_size > MIB and info.file_size > options.max_ratio * max(1, info.compress_size):
        raise LuocdoError(f"{name}: nén bất thường (bom nén?), không giải nén")
    if info.file_size > limit:
        raise LuocdoError(f"{name}: phần bên trong quá lớn ({size_text(info.file_size)}, giới hạn {size_text(limit)})")
    try:
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib_error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise LuocdoError(f"{name}: tệp nén hỏng ({error})") from None
    if len(data) > limit:
        raise LuocdoError(f"{name}: phần bên trong quá lớn (giới hạn {size_text(limit)})")
    return data


def parse_xml(data: bytes, name: str) -> Element:
    """The root of an XML document. Office formats have no DTD: a document with one is refused unread."""
    etree = needed("lxml.etree", "formats", name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise LuocdoError(f"{name}: XML có khai báo thực thể (DTD), không đọc vì không an toàn")
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise LuocdoError(f"{name}: XML hỏng ({str(error).splitlines()[0]})") from None
    if root.getroottree().docinfo.doctype:
        raise LuocdoError(f"{name}: XML có khai báo thực thể (DTD), không đọc vì không an toàn")
    return root


def needed(module: str, extra: str, name: str) -> Any:
    """The library `module`, or LuocdoError that names the extra to install for reading `name`."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        library = module.partition(".")[0]
        raise LuocdoError(f"{name}: cần thư viện {library}, hãy cài: {install(extra)}") from None
