"""Who may what at the desk."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from articles.editors import GROUPS
from articles.models import Article, State
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def member(group):
    user = User.objects.create_user(group, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client, user


def test_each_group_has_all_the_rights_that_it_is_said_to_have():
    for name, parts in GROUPS.items():
        rights = Group.objects.get(name=name).permissions
        named = {code for part in parts for codes in part.values() for code in codes}
        assert set(rights.values_list("codename", flat=True)) == named


def test_senior_editors_may_what_editors_may_and_administrators_all():
    held = [member(name)[1].get_all_permissions() for name in GROUPS]
    editors, seniors, administrators = held
    assert editors < seniors < administrators
    assert "articles.merge_category" in seniors - editors
    assert "auth.add_user" in administrators - seniors


@pytest.mark.parametrize(
    ("group", "state", "status"),
    [
        ("Editors", State.DRAFT, 403),
        ("Senior editors", State.DRAFT, 302),
        ("Senior editors", State.PUBLISHED, 403),
        ("Administrators", State.DRAFT, 302),
    ],
)
def test_drafts_can_be_deleted_by_senior_editors_and_nothing_else(group, state, status):
    article = make_article(state=state)
    client, _user = member(group)
    address = f"/admin/articles/article/{article.pk}/delete/"
    assert client.post(address, {"post": "yes"}).status_code == status
    assert Article.objects.exists() == (status == 403)


def test_what_is_published_is_not_deleted_along_with_drafts():
    chosen = [make_article(state=State.DRAFT).pk, make_article().pk]
    client, _user = member("Senior editors")
    typed = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    client.post("/admin/articles/article/", typed)
    assert Article.objects.count() == 2


@pytest.mark.parametrize(
    ("days", "status"), [(None, 403), (-1, 403), (1, 302)], ids=str
)
def test_a_draft_that_was_in_public_is_not_deleted(days, status):
    since = days and timezone.now() + timedelta(days=days)
    article = make_article(visible_from=since)
    Article.objects.update(state=State.DRAFT)
    client, _user = member("Senior editors")
    address = f"/admin/articles/article/{article.pk}/delete/"
    assert client.post(address, {"post": "yes"}).status_code == status
    chosen = {"action": "delete_selected", "_selected_action": [article.pk]}
    client.post("/admin/articles/article/", {**chosen, "post": "yes"})
    assert Article.objects.exists() == (status == 403)


def test_an_administrator_takes_a_second_step_away_and_sees_no_key(settings):
    from django_otp.plugins.otp_totp.models import TOTPDevice

    client, user = member("Administrators")
    device = TOTPDevice.objects.create(user=user, name="app")
    address = f"/admin/otp_totp/totpdevice/{device.pk}"
    assert device.key not in client.get(f"{address}/change/").content.decode()
    assert client.post(f"{address}/delete/", {"post": "yes"}).status_code == 302
    assert not TOTPDevice.objects.exists()


def test_administrators_change_no_superuser():
    root = User.objects.create_superuser("root")
    client, user = member("Administrators")
    for page in ("change", "password", "delete"):
        answer = client.get(f"/admin/auth/user/{root.pk}/{page}/")
        assert answer.status_code in {302, 404}, page
    assert client.get(f"/admin/auth/user/{user.pk}/change/").status_code == 200
    client.force_login(root)
    assert client.get(f"/admin/auth/user/{root.pk}/password/").status_code == 200


@pytest.mark.parametrize("is_root", [False, True])
def test_superusers_alone_make_superusers(is_root):
    client, user = member("Administrators")
    if is_root:
        client.force_login(User.objects.create_superuser("root"))
    joined = {"date_joined_0": "2026-01-01", "date_joined_1": "10:00:00"}
    ticked = dict.fromkeys(("is_active", "is_staff", "is_superuser"), "on")
    address = f"/admin/auth/user/{user.pk}/change/"
    sent = client.post(address, {"username": user.username, **ticked, **joined})
    assert sent.status_code == 302
    user.refresh_from_db()
    assert user.is_superuser == is_root


def test_drafts_are_deleted_from_their_list():
    draft = make_article(state=State.DRAFT)
    client, _user = member("Senior editors")
    typed = {"action": "delete_selected", "_selected_action": [draft.pk]}
    assert client.post("/admin/articles/article/", typed).status_code == 200
    client.post("/admin/articles/article/", typed | {"post": "yes"})
    assert not Article.objects.exists()
