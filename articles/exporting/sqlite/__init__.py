"""The archive as one SQLite file, which outlives the program."""

from articles.exporting.sqlite.filling import NoFullTextError, fill

__all__ = ["NoFullTextError", "fill"]
