"""What the page of a month has a hundred of: bare headlines, and links to its days.

With a template for each they took half of the time of that page.
"""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import npgettext

from articles.browsing.days import NewsDay
from articles.figures import grouped
from articles.models import Article
from articles.templatetags.articles import in_letters

register = template.Library()


@register.simple_tag
def bare_story(article: Article) -> SafeString:
    """A headline that leads to its article, in the language that it is written in."""
    return format_html(
        '<article class="story" lang="{}" dir="{}">'
        '<h3><a href="{}">{}</a></h3></article>',
        *(article.language, article.direction),
        *(in_letters(article.get_absolute_url()), article.headline),
    )


@register.simple_tag
def all_of_day(day: NewsDay) -> SafeString:
    """A link to a day, which says how many articles it has."""
    words = npgettext(
        "link to a day", "%(total)s article", "All %(total)s articles", day.count
    )
    return format_html(
        '<a class="fwd" href="{}">{}</a>',
        *(
            reverse("articles:day_archive", args=[day.day]),
            words % {"total": grouped(day.count)},
        ),
    )
