"""The forms of the desk: an article with all its fields, and a quick snippet."""

from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import characters, languages
from articles.models import Article, Named, Snippet, State


class NamedForm(forms.ModelForm):
    """Refuses the name of another source or category, however it is spelled."""

    def clean_name(self) -> str:
        name = _line(self.cleaned_data["name"])
        named = type(self.instance)._default_manager
        if twin := named.called(name).exclude(pk=self.instance.pk).first():
            words = _("There is one of this name already:")
            raise forms.ValidationError(_with_link(words, twin))
        return name

    def clean_name_ur(self) -> str:
        return _line(self.cleaned_data["name_ur"])


class ArticleForm(forms.ModelForm):
    """Refuses what the archive has already, with the way to it."""

    class Meta:
        model = Article
        exclude: ClassVar[list[str]] = []  # the admin names the fields

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("headline", "summary", "body", "byline", "withdrawn_reason"):
            if name in self.fields:
                self.fields[name].widget.attrs["dir"] = "auto"

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not any(values.get(name) for name in ("headline", "body", "source_url")):
            self.add_error("headline", _("An article has a headline, text or address."))
        if self.instance.pk is None and "language" not in self.changed_data:
            text = values.get("headline", "") + values.get("body", "")
            values["language"] = languages.of_script(text)
        return values

    def _post_clean(self) -> None:
        """As Django's own user forms do: what concerns the instance comes last."""
        super()._post_clean()  # type: ignore[misc]  # not in the stubs
        if not self.errors and (twin := Article.objects.same_as(self.instance).first()):
            field = "source_url" if twin.source_url else "headline"
            words = _("The archive has this article already:")
            self.add_error(field, _with_link(words, twin))


class SnippetForm(ArticleForm):
    """Asks for little: day, language and state follow from the moment and the text."""

    class Meta:
        model = Snippet
        fields = ["headline", "body", "source_url", "source", "categories"]
        help_texts = {
            "source": _("Follows from the address when left empty."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["headline"].required = True
        self.fields["headline"].widget.attrs["autofocus"] = True

    def clean_headline(self) -> str:
        field = self.fields["headline"]
        return str(field.clean(_line(self.cleaned_data["headline"])))

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if self.instance.pk is None:
            self.instance.language = values["language"]
            self.instance.published_on = timezone.localdate()
            self.instance.state = State.PUBLISHED
        return values


def _line(text: str) -> str:
    """What was typed, as one line that can be stored."""
    return characters.one_line(characters.storable(text)[0])


def _with_link(words: str | Promise, twin: Article | Named) -> str:
    """Words that end in a link to what they are about, in its own language."""
    return format_html(
        '{} <a href="{}" lang="{}" dir="{}">{}</a>',
        words,
        reverse(f"admin:articles_{twin._meta.model_name}_change", args=[twin.pk]),
        twin.language,
        languages.direction(twin.language),
        twin,
    )
