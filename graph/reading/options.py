"""What a reader may spend, and what it is told: one frozen, picklable object for every format."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Options:
    """Limits (bytes, pages, members) and wishes for reading.

    The limits are far above real documents (the longest law is under 2 MB of text, the largest scan seen 60 MB) and
    keep a hostile file from taking the machine's memory or time. `ocr`: ``auto`` reads a page by OCR where it has no
    usable text layer, ``never`` does not, ``always`` ignores text layers.
    """

    max_text_bytes: int = 64 * MIB  # a plain text, one web page, one row of a table; also what is unpacked of one part
    max_file_bytes: int = 512 * MIB  # a document of another format as stored on disk
    max_archive_bytes: int = 2048 * MIB  # everything unpacked from one archive
    max_container_bytes: int = 8192 * MIB  # an archive or a table as stored on disk
    max_members: int = 100_000  # files in one archive
    max_depth: int = 2  # archives within archives
    max_ratio: int = 200  # unpacked to packed size of an archive member above 1 MiB
    max_pages: int = 5_000  # pages of one document
    max_ocr_pages: int = 500
    seconds: float = 40.0  # for an outside program on one document or page
    task_seconds: float = 60.0  # for one document, or one page of OCR, where it is read in a process of its own
    worker_bytes: int = 1024 * MIB  # data of such a process in memory
    ocr: str = "auto"
    text_column: str | None = None  # of a table; None: found by its name
    rows: bool = False  # rows of tables are entries of a register, whatever their columns are called
    profile: str | None = None  # how the columns of a register are read: a shipped profile's name, or a TOML file


DEFAULT = Options()
