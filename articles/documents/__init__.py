"""The sheet: the form of the archive's documents, written and read back.

    Harbour reopens after the storm
    Published on April 18, 2025
    Document Date: Fri, Nov 21 2025 04:57:59 pm
    Category: ,English,Snippets
    Show on website: Click Here https://example.org/harbour
    example.org

    LISBON, April 18, The body, a blank line between its paragraphs.

What `render` writes, `parse` gives back whole, whatever the texts hold, because

- all four labels stand there in this order, also those without a value, and each is
  read only once: a line of the body that looks like one of them is body;
- the line after them is the site's, also when it is empty, and a blank line follows;
- a headline that could be taken for something else, or that is empty, has "## " before
  it, and one "## " is always taken off;
- the hour that a clock shows twice when summer time ends is marked the second time.

Documents from elsewhere are read with patience: blank lines between the lines above,
labels that are missing or in other letter cases, dates in other forms.
"""

from articles.documents.document import LINK_TEXT, WEBSITE_LABEL, Document, render
from articles.documents.labels import label_of
from articles.documents.reading import DocumentError, parse

__all__ = [
    "LINK_TEXT",
    "WEBSITE_LABEL",
    "Document",
    "DocumentError",
    "label_of",
    "parse",
    "render",
]
