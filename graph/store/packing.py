"""Claims in few bytes: compressed with a dictionary of what nearly all of them contain.

The dictionary is part of the file format: changing it takes a new version of the schema.
"""

from __future__ import annotations

import zlib

from graph.store.trust import inflate

_MOST_BYTES = 16 << 20  # of a claim; the longest titles have a few kilobytes
_WINDOW = -12  # of 4 KiB: what is packed is short, and making room for more takes five times as long as packing it
_DICTIONARY = """\
["Văn bản hợp nhất","Công văn","Tờ trình","Báo cáo","Thông báo","Hướng dẫn","Kết luận","Chỉ thị","Pháp lệnh","Luật",\
"Bộ luật","Chương trình hành động","Thông tư liên tịch","Nghị quyết","Nghị định","Kế hoạch","Thông tư","Quyết định",\
null,null,"Ban Chấp hành Trung ương","Bộ Chính trị","Ban Bí thư","Quốc hội","Ủy ban Thường vụ Quốc hội",\
"Hội đồng nhân dân tỉnh","Sở ","Bộ Y tế","Bộ Nội vụ","Bộ Tài chính","Thủ tướng Chính phủ","Chính phủ","Tỉnh ủy",\
"Ủy ban nhân dân tỉnh","về việc ban hành quy định hướng dẫn thực hiện sửa đổi, bổ sung một số điều của quản lý, sử \
dụng kinh phí hỗ trợ chương trình phát triển công nghiệp nông thôn mới giai đoạn chính sách trên địa bàn tỉnh phê duyệt\
 kế hoạch triển khai Nghị quyết số ",1,"ttttt-t","yyyt"]urn:lex:vn;:hoi.dong.nhan.dan:nghi.quyet:urn:lex:vn:thu.tuong.\
chinh.phu:quyet.dinh:20urn:lex:vn:chinh.phu:nghi.dinh:20;-nd-cpurn:lex:vn:bo.tai.chinh:thong.tu:201;-tt-/TT-BYT/NĐ-CP\
/QĐ-TTg/NQ-HĐND/KH-UBND/QĐ-UBNDurn:lex:vn;:uy.ban.nhan.dan:ke.hoach:201:uy.ban.nhan.dan:quyet.dinh:202;-qd-ubnd""".encode()


def pack(id: str, content: str) -> bytes:
    """Id and content of a claim as bytes; `unpack` inverts it."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, _WINDOW, 8, zlib.Z_DEFAULT_STRATEGY, _DICTIONARY)
    return deflate.compress(f"{content}\0{id}".encode()) + deflate.flush()


def unpack(packed: bytes) -> tuple[str, str]:
    """Id and content of a claim."""
    content, _, id = inflate(packed, _MOST_BYTES, -15, _DICTIONARY).decode().rpartition("\0")
    return id, content
