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


def name_slug(name: str, taken: set[str]) -> str:
    """A slug for a name, different from those that are taken."""
    slug = slugify(name, allow_unicode=True)[:180] or "-"
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(n for n in numbered if n not in taken)
