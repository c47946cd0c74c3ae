"""The second step of signing in: no page of the desk opens without it."""

import re
from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connections, transaction
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django.asserts import assertContains

from newsarchive.accounts import devices
from tests.waiting import wait_for_one_that_waits

pytestmark = pytest.mark.django_db

STEP = "/admin/second-step/"


@pytest.fixture(autouse=True)
def _asked(settings):
    settings.TWO_FACTOR = True


@pytest.fixture
def sara():
    return User.objects.create_superuser("sara", password="a long one, of words")


@pytest.fixture
def half_way(sara):
    client = Client()
    client.force_login(sara)
    return client


def code_of(user):
    return f"{totp(TOTPDevice.objects.get(user=user).bin_key):06d}"


def codes_on(response):
    page = response.content.decode()
    return re.findall(r'<code dir="ltr">([a-z2-7]{8})</code>', page)


def set_up(client, user):
    client.get(STEP)
    return client.post(STEP, {"code": code_of(user)})


def test_a_password_alone_opens_no_page_of_the_desk(half_way):
    for address in ("/admin/", "/admin/articles/article/", "/admin/recovery-codes/"):
        found = half_way.get(address, follow=True)
        assert found.redirect_chain[-1][0].startswith(STEP)
        assert b"Add snippet" not in found.content


def test_nobody_is_asked_where_the_settings_ask_for_none(settings, half_way):
    settings.TWO_FACTOR = False
    assert half_way.get("/admin/").status_code == 200


def test_who_gave_no_password_is_asked_for_it_first(client, sara):
    assert client.get(STEP)["Location"] == f"/admin/login/?next={STEP}"
    assert not TOTPDevice.objects.exists()


def test_an_editor_sets_up_an_app_and_gets_recovery_codes_once(half_way, sara):
    page = half_way.get(STEP).content.decode()
    assert "<svg" in page
    assert "style=" not in page
    found = set_up(half_way, sara)
    assert len(codes_on(found)) == StaticToken.objects.count() == 10
    assert half_way.get("/admin/").status_code == 200
    assert not codes_on(half_way.get("/admin/recovery-codes/"))


def test_reloading_shows_the_same_key_until_it_is_in_use(half_way, sara):
    first, second = (half_way.get(STEP).context["key"] for _each in "ab")
    assert first == second
    set_up(half_way, sara)
    other = Client()
    other.force_login(sara)
    assert "key" not in other.get(STEP).context


def test_one_app_is_set_up_where_two_were_begun(half_way, sara):
    for _each in "ab":
        TOTPDevice.objects.create(user=sara, name="app", confirmed=False)
    key = half_way.get(STEP).context["key"]
    assert half_way.get(STEP).context["key"] == key


@pytest.mark.django_db(transaction=True)
def test_two_windows_at_once_show_the_same_key(half_way, sara):
    def key_of_another_window():
        try:
            return half_way.get(STEP).context["key"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            app = devices.new_app_of(sara)
            other = thread.submit(key_of_another_window)
            wait_for_one_that_waits()
        assert other.result() == devices.key_of(app)
    assert TOTPDevice.objects.count() == 1


def test_a_wrong_code_sets_nothing_up_and_says_so(half_way, sara):
    half_way.get(STEP)
    found = half_way.post(STEP, {"code": "12"})
    assert b"This code is not right" in found.content
    assert not TOTPDevice.objects.get(user=sara).confirmed


def test_after_a_wrong_code_the_next_one_has_to_wait(half_way, sara):
    half_way.get(STEP)
    half_way.post(STEP, {"code": "12"})
    found = half_way.post(STEP, {"code": code_of(sara)})
    assert b"Try again in 1 second." in found.content


def test_a_recovery_code_opens_the_desk_once(half_way, sara):
    code = codes_on(set_up(half_way, sara))[0]
    for expected in (302, 200):
        other = Client()
        other.force_login(sara)
        typed = {"code": f" {code[:4].upper()} {code[4:]} "}
        assert other.post(STEP, typed).status_code == expected
    assert StaticToken.objects.count() == 9


def test_a_code_leads_on_to_what_was_asked_for_and_to_no_other_site(half_way, sara):
    codes = codes_on(set_up(half_way, sara))
    asked = {"/admin/articles/article/?q=x": None, "https://evil.example/": "/admin/"}
    for address, expected in asked.items():
        other = Client()
        other.force_login(sara)
        found = other.post(f"{STEP}?next={address}", {"code": codes.pop()})
        assert found["Location"] == (expected or address)


def test_new_recovery_codes_replace_the_old_ones(half_way, sara):
    old = codes_on(set_up(half_way, sara))
    new = codes_on(half_way.post("/admin/recovery-codes/"))
    assert len(new) == 10
    assert not set(new) & set(old)
    assert StaticToken.objects.count() == 10


def test_who_came_in_with_a_recovery_code_stays_in_when_making_new_ones(half_way, sara):
    first, second = codes_on(set_up(half_way, sara))[:2]
    clients = [Client(), Client()]
    for client, code in zip(clients, (first, second), strict=True):
        client.force_login(sara)
        client.post(STEP, {"code": code})
        assert client.get("/admin/").status_code == 200
    assert codes_on(clients[0].post("/admin/recovery-codes/"))
    # A session that was opened with an old one ends, as the old one does.
    answers = [client.get("/admin/").status_code for client in clients]
    assert answers == [200, 302]


def test_the_session_of_a_password_has_another_key_than_that_of_a_code(half_way, sara):
    before = half_way.session.session_key
    set_up(half_way, sara)
    assert half_way.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_an_operator_can_give_a_code_to_who_lost_everything(half_way, sara):
    set_up(half_way, sara)
    out = StringIO()
    call_command("addstatictoken", "sara", stdout=out)
    other = Client()
    other.force_login(sara)
    assert other.post(STEP, {"code": out.getvalue().strip()}).status_code == 302


def test_who_is_half_way_in_can_sign_in_as_somebody_else(half_way):
    assertContains(half_way.get(STEP), 'action="/admin/logout/"')
    half_way.post("/admin/logout/")
    assert "_auth_user_id" not in half_way.session
    assertContains(half_way.get("/admin/", follow=True), 'name="password"')
