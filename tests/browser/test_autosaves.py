"""Nothing typed is lost: by a closed tab, an ended session or a killed server."""

import pytest
from django.conf import settings as configured
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session

from articles.models import Article, Autosave
from tests.browser import serving
from tests.browser.editors import (
    ADD,
    KEPT,
    at,
    press_save,
    rows,
    save,
    type_in,
    wait_for,
)

pytestmark = pytest.mark.browser

URDU = "لاہور میں تیز بارش"
AWAY = "The archive does not answer."
OUT = "You are logged out."


@pytest.fixture(autouse=True)
def _nothing_is_left(site):
    yield
    rows(Autosave.objects.all().delete)
    rows(Article.objects.filter(headline=URDU).delete)


@pytest.fixture
def asked():
    """The questions that a tab asked, all of which are answered with yes."""
    return []


def answering_yes(asked):
    return lambda dialog: (asked.append(dialog.type), dialog.accept())


def end_session(visit):
    """That of this editor alone: others are logged in for all the tests."""
    cookies = {it["name"]: it["value"] for it in visit.tab.context.cookies()}
    key = cookies[configured.SESSION_COOKIE_NAME]
    ended, _by_model = rows(Session.objects.filter(pk=key).delete)
    assert ended


def take_up(tab):
    """Open the form anew, and what it offers."""
    tab.goto(ADD)
    tab.get_by_role("link", name="Take it up").click()
    tab.wait_for_url("**/?unsaved=*")


def test_what_was_typed_is_there_after_the_tab_was_closed(browser, site):
    with at(browser, site, ADD) as visit:
        type_in(visit.tab, "headline", URDU)
        type_in(visit.tab, "body", "بارش\n\nہوئی")
        wait_for(visit.tab, KEPT)
        tab = visit.tab.context.new_page()
        visit.tab.close()
        take_up(tab)
        assert tab.input_value("#id_headline") == URDU
        assert tab.input_value("#id_body") == "بارش\n\nہوئی"
        save(tab)
        assert rows(Article.objects.filter(headline=URDU).exists)
        tab.goto(ADD)
        assert tab.get_by_role("link", name="Take it up").count() == 0


def test_what_is_not_kept_yet_warns_and_is_kept_all_the_same(browser, site, asked):
    with at(browser, site, ADD) as visit:
        visit.tab.on("dialog", answering_yes(asked))
        visit.tab.click("#id_headline")
        visit.tab.keyboard.type(URDU)
        tab = visit.tab.context.new_page()
        visit.tab.close(run_before_unload=True)
        tab.wait_for_timeout(1_000)
        assert asked == ["beforeunload"]
        take_up(tab)
        assert tab.input_value("#id_headline") == URDU


def test_who_typed_nothing_has_it_kept_or_saves_it_is_not_warned(browser, site, asked):
    with at(browser, site, ADD) as visit:
        visit.tab.on("dialog", answering_yes(asked))
        visit.tab.click("#id_headline")
        visit.tab.goto(ADD)
        visit.tab.click("#id_headline")
        visit.tab.keyboard.type(URDU)
        wait_for(visit.tab, KEPT)
        visit.tab.goto(ADD)
        type_in(visit.tab, "headline", URDU)
        save(visit.tab)
        assert not asked


def test_a_choice_of_a_field_that_suggests_is_kept_as_well(browser, site):
    with at(browser, site, ADD) as visit:
        visit.tab.locator(".field-source .select2-selection").click()
        visit.tab.keyboard.type("rki")
        visit.tab.locator(".select2-results__option", has_text="rki.news").click()
        wait_for(visit.tab, KEPT)
        take_up(visit.tab)
        shown = visit.tab.locator(".field-source .select2-selection__rendered")
        assert "rki.news" in shown.text_content()


def test_what_was_typed_outlives_a_server_that_is_killed(browser, site):
    with serving.served(site.papers.port) as server, at(browser, server, ADD) as visit:
        type_in(visit.tab, "headline", URDU)
        wait_for(visit.tab, KEPT)
        server.kill()
        type_in(visit.tab, "body", "While it was away.")
        wait_for(visit.tab, AWAY)
        press_save(visit.tab)  # held back, for it would end on another page
        assert visit.tab.input_value("#id_body") == "While it was away."
        server.start()
        wait_for(visit.tab, KEPT)
        take_up(visit.tab)
        assert visit.tab.input_value("#id_headline") == URDU
        assert visit.tab.input_value("#id_body") == "While it was away."
        assert "/admin/" not in server.output  # none of it is in a log


def test_who_is_logged_out_is_told_and_goes_on_after_logging_in_elsewhere(
    browser, site, settings
):
    # As the server has it, where the tests have a quicker one.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    word = "a password of the tests"
    rows(lambda: User.objects.create_superuser("lost", password=word))
    with at(browser, site, ADD, name="lost") as visit:
        type_in(visit.tab, "headline", URDU)
        wait_for(visit.tab, KEPT)
        end_session(visit)
        type_in(visit.tab, "body", "While logged out.")
        wait_for(visit.tab, OUT)
        press_save(visit.tab)
        assert visit.tab.input_value("#id_body") == "While logged out."
        with visit.tab.context.expect_page() as opened:
            visit.tab.get_by_role("link", name="Log in in another window").click()
        opened.value.fill("#id_username", "lost")
        opened.value.fill("#id_password", word)
        opened.value.get_by_role("button", name="Log in").click()
        opened.value.wait_for_url("**/admin/")
        wait_for(visit.tab, KEPT)
        save(visit.tab)
        article = rows(lambda: Article.objects.get(headline=URDU))
        assert article.body == "While logged out."
    assert not rows(Autosave.objects.exists)


def test_a_form_that_is_sent_as_its_session_ends_stays_where_it_is(browser, site):
    with at(browser, site, ADD, name="cut") as visit:
        end_session(visit)
        type_in(visit.tab, "headline", URDU)
        press_save(visit.tab)
        wait_for(visit.tab, OUT)
        assert visit.tab.input_value("#id_headline") == URDU


def test_a_form_that_comes_back_with_errors_is_kept_too(browser, site):
    with at(browser, site, ADD) as visit:
        type_in(visit.tab, "body", "No headline.")
        save(visit.tab)
        assert "This field is required." in visit.tab.content()
        wait_for(visit.tab, KEPT)
        assert rows(Autosave.objects.count) == 1


def test_without_scripts_it_is_taken_up_and_discarded(browser, site):
    with at(browser, site, ADD) as visit:
        type_in(visit.tab, "headline", URDU)
        wait_for(visit.tab, KEPT)
    with at(browser, site, ADD, java_script_enabled=False) as visit:
        take_up(visit.tab)
        assert visit.tab.input_value("#id_headline") == URDU
        visit.tab.get_by_role("button", name="Discard").click()
        visit.tab.wait_for_url(f"**{ADD}")
        assert visit.tab.get_by_role("link", name="Take it up").count() == 0
    assert not rows(Autosave.objects.exists)
