"""The forms of the desk: an article with all its fields, and a quick snippet."""

from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import uri_to_iri
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import characters, languages
from articles.desk import renaming
from articles.desk.corrected_form import CorrectedForm
from articles.desk.filling_widgets import AddressToFillFrom, TextToTakeApart
from articles.desk.guarded_form import GuardedForm
from articles.forms import ArticleField
from articles.models import Article, Named, Snippet, State, Translation
from articles.models.translations import LANGUAGES
from articles.queries.isolation import isolated

FILLED_NOTE = _("Filled in from the source; please check.")


class NamedForm(forms.ModelForm):
    """Refuses the name of another source or category, however it is spelled."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk and "slug" in self.fields:
            self.fields["slug"].help_text = _what_a_new_slug_does(self.instance)

    def clean_name(self) -> str:
        name = _line(self.cleaned_data["name"])
        named = type(self.instance)._default_manager
        if twin := named.called(name).exclude(pk=self.instance.pk).first():
            words = _("There is one of this name already:")
            raise forms.ValidationError(_with_link(words, twin))
        return name

    def clean_name_ur(self) -> str:
        return _line(self.cleaned_data["name_ur"])

    def clean(self) -> dict[str, Any]:
        """In the transaction that saves: what is gone would be stored anew."""
        values = super().clean() or {}
        if self.instance.pk and not renaming.hold(self.instance):
            words = _("Somebody else has merged or deleted it meanwhile.")
            self.add_error(None, words)
        return values


class ArticleForm(CorrectedForm, GuardedForm):
    """Refuses what the archive has already, with the way to it."""

    translation = ArticleField(
        label=_("translation"),
        help_text=_("The number or address of this story in Urdu, or in English."),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("", _("follows the text")), *languages.CHOICES],
        required=False,
    )

    class Meta:
        model = Article
        exclude: ClassVar[list[str]] = []  # the admin names the fields

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if facing := Translation.objects.of(self.instance):
            self.initial["translation"] = str(facing.pk)
            self.fields["translation"].help_text = link_to(facing)
        for name in ("headline", "summary", "body", "byline", "withdrawn_reason"):
            if name in self.fields:
                self.fields[name].widget.attrs["dir"] = "auto"
                if self.instance.pk:
                    self.fields[name].widget.attrs["lang"] = self.instance.language

    def clean_language(self) -> str:
        """As it was chosen; else that of the letters that most of the text has."""
        text = self.data.get("headline", "") + self.data.get("body", "")
        return str(self.cleaned_data["language"] or languages.of_script(text))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not any(values.get(name) for name in ("headline", "body", "source_url")):
            self.add_error("headline", _("An article has a headline, text or address."))
        if other := values.get("translation"):
            self._check_translation(other, values.get("language"))
        return values

    def _check_translation(self, other: Article, language: str | None) -> None:
        if {other.language, language or self.instance.language} != LANGUAGES:
            words = _("Of two translations one is in English and one in Urdu.")
            self.add_error("translation", words)
        elif (third := Translation.objects.of(other)) and third.pk != self.instance.pk:
            words = _("It is the translation of another article:")
            self.add_error("translation", _with_link(words, third))

    def _save_m2m(self) -> None:
        super()._save_m2m()
        if "translation" in self.changed_data:
            other = self.cleaned_data["translation"]
            Translation.objects.tie(self.instance, other)

    def _post_clean(self) -> None:
        """As Django's own user forms do: what concerns the instance comes last."""
        super()._post_clean()
        if not self.errors and (twin := Article.objects.same_as(self.instance).first()):
            field = "source_url" if twin.source_url else "headline"
            words = _("The archive has this article already:")
            self.add_error(field, _with_link(words, twin))


class SnippetForm(ArticleForm):
    """Asks for little: day, language and state follow from the moment and the text."""

    state = forms.ChoiceField(label=_("State"), choices=State.choices, required=False)
    filled: frozenset[str] = frozenset()  # the fields that were not typed by a hand

    class Meta:
        model = Snippet
        exclude: ClassVar[list[str]] = []
        help_texts = {
            "source": _("Follows from the address when left empty."),
        }
        widgets = {
            "body": TextToTakeApart(attrs={"rows": 9}),
            "source_url": AddressToFillFrom(),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["headline"].required = True
        self.fields["headline"].widget.attrs["autofocus"] = True
        if self.instance.pk is None:
            self.initial.setdefault("published_on", timezone.localdate())
            self.initial.setdefault("state", State.PUBLISHED)
        for name in self.filled & {*self.fields}:
            field = self.fields[name]
            field.widget.attrs["data-filled"] = "yes"
            note = '<span class="filled-note">{}</span> {}'
            field.help_text = format_html(note, FILLED_NOTE, field.help_text)

    def clean_headline(self) -> str:
        field = self.fields["headline"]
        return str(field.clean(_line(self.cleaned_data["headline"])))

    def clean_state(self) -> str:
        new = State.PUBLISHED if self.instance.pk is None else self.instance.state
        return str(self.cleaned_data["state"] or new)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if self.instance.pk is None:
            values["published_on"] = self._day(values)
        return values

    def _day(self, values: dict[str, Any]) -> Any:
        """Today, or the day from which on it is to be seen, unless a day was given."""
        since, day = values.get("visible_from"), values.get("published_on")
        is_given = day and "published_on" in self.changed_data
        if is_given or "published_on" in self.errors:
            return day
        return timezone.localdate(since)


def _what_a_new_slug_does(label: Named) -> str:
    """How many articles are under it, and which address would lead on."""
    count = renaming.article_count(label)
    words = ngettext(
        "%(count)d article is under it. When the slug is changed, %(address)s leads on "
        "to the new address.",
        "%(count)d articles are under it. When the slug is changed, %(address)s leads "
        "on to the new address.",
        count,
    )
    address = isolated(uri_to_iri(label.get_absolute_url()))
    return words % {"count": count, "address": address}


def _line(text: str) -> str:
    """What was typed, as one line that can be stored."""
    return characters.one_line(characters.storable(text)[0])


def _with_link(words: str | Promise, twin: Article | Named) -> str:
    """Words that end in a link to what they are about."""
    return format_html("{} {}", words, link_to(twin))


def link_to(named: Article | Named) -> SafeString:
    """The way to the form of something, which is called in its own language."""
    return format_html(
        '<a href="{}" lang="{}" dir="{}">{}</a>',
        reverse(f"admin:articles_{named._meta.model_name}_change", args=[named.pk]),
        named.language,
        languages.direction(named.language),
        named,
    )
