"""Errors that a user can cause: one clear line each; the command line prints them and exits with 2."""


class LuocdoError(Exception):
    """Something about the input, the graph file or the request is wrong; the message says what to do."""
