"""The desk: Django's admin for articles, snippets, their labels, and imports."""

from articles.admin.articles import ArticleAdmin, SnippetAdmin
from articles.admin.imports import ImportBatchAdmin
from articles.admin.labels import CategoryAdmin, SourceAdmin

__all__ = [
    "ArticleAdmin",
    "CategoryAdmin",
    "ImportBatchAdmin",
    "SnippetAdmin",
    "SourceAdmin",
]
