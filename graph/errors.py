"""Errors that a user can cause: one clear line each; the command line prints them and exits with 2."""


class LuocdoError(Exception):
    """Something about the input, the graph file or the request is wrong; the message says what to do."""


class NoRoomError(LuocdoError):
    """There is no room on a disk, or none that may be written to: nothing is wrong with what was asked. The message
    may name places on the machine."""


class TooLongError(LuocdoError):
    """An answer would take longer, or more memory, than there is for one: nothing is wrong with what was asked, but
    less may be asked for."""


class QueryError(LuocdoError):
    """A query that cannot be understood or that may not be asked."""


def install(extra: str) -> str:
    """How to get the libraries of an extra: by name, and from a copy of the source."""
    return f"pip install 'luocdo[{extra}]' (trong bản sao mã nguồn: pip install '.[{extra}]')"
