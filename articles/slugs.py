"""Slugs: the readable part of an address, in the script of what it names."""

import re

from django.utils.text import slugify

_LONGEST = 80


def article_slug(headline: str) -> str:
    """The slug of a headline, cut at a word; empty when it has no letter."""
    slug = slugify(headline, allow_unicode=True)
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return slug.strip("-_") if re.search(r"[^\W\d_]", slug) else ""


def label_slug(name: str) -> str:
    """The slug of a name; what parts the words of a site's name stays a mark."""
    return slugify(re.sub(r"[./:]+", "-", name), allow_unicode=True)[:180] or "-"


def name_slug(name: str, taken: set[str]) -> str:
    """A slug for a name, different from those that are taken."""
    slug = label_slug(name)
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(n for n in numbered if n not in taken)
