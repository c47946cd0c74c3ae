"""The desk: Django's admin for articles, snippets, their labels, and imports."""

from typing import Any, cast

from django.contrib import admin

from articles.admin.articles import ArticleAdmin
from articles.admin.corrections import CorrectionAdmin
from articles.admin.import_refusals import ImportRefusalAdmin
from articles.admin.imports import ImportBatchAdmin
from articles.admin.label_moves import LabelMoveAdmin
from articles.admin.labels import CategoryAdmin, SourceAdmin
from articles.admin.queue import front_page_part
from articles.admin.snippets import SnippetAdmin

# The site is ours (newsarchive/accounts), whatever Django's own type says.
cast(Any, admin.site).front_page.append(front_page_part)

__all__ = [
    "ArticleAdmin",
    "CategoryAdmin",
    "CorrectionAdmin",
    "ImportBatchAdmin",
    "ImportRefusalAdmin",
    "LabelMoveAdmin",
    "SnippetAdmin",
    "SourceAdmin",
]
