"""The archive as static pages, which need no server, no script and no database.

They lie in a bag (BagIt, RFC 8493), whose manifest says in thirty years whether all
of them are there and whole.
"""

from articles.exporting.site.building import NotEmptyError, build

__all__ = ["NotEmptyError", "build"]
