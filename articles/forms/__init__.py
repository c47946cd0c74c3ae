"""What readers ask for: from a query string to a value, or to what is to be mended."""

from articles.forms.article_field import ArticleField
from articles.forms.more_fields import MoreFieldsForm
from articles.forms.search_form import SearchForm

__all__ = ["ArticleField", "MoreFieldsForm", "SearchForm"]
