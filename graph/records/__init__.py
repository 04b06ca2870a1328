"""Entries of registers: what the columns of a table mean, and what a row states."""
