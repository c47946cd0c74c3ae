"""Editors, and the forms of the desk as a browser sends them."""

import re
from html import unescape
from uuid import uuid4

from django.contrib.auth.models import Group, User
from django.test import Client

ARTICLES, SNIPPETS = "/admin/articles/article/", "/admin/articles/snippet/"
_HIDDEN = re.compile(r'<input type="hidden" name="(_key|_based_on)" value="([^"]*)">')


def make_editor(name, **options):
    """The client of one who is in the group Editors, and no more than that."""
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client = Client(**options)
    client.force_login(user)
    client.user = user
    return client


def form_at(client, address):
    """What the form at an address sends when nothing is changed; no instants in it.

    With a note to readers, in case that something is.
    """
    page = client.get(address)
    form = page.context["adminform"].form
    values = {field.name: field.value() for field in form}
    values |= {"public_note": "A correction"} if form.instance.is_published else {}
    own = page.content.decode().partition(
        f'id="{form._meta.model._meta.model_name}_form"'
    )
    hidden = {name: unescape(value) for name, value in _HIDDEN.findall(own[2])}
    return {name: value for name, value in values.items() if value is not None} | hidden


def autosave(client, at=SNIPPETS, **values):
    values = {"_key": str(uuid4()), **values}
    answer = client.post(f"{at}autosave/", values)
    assert answer.status_code == 204, answer.content
    return values["_key"]


def change_of(article, at=ARTICLES):
    """The address of its form."""
    return f"{at}{article.pk}/change/"
