"""The administrator's account: made once, with a password that only its owner keeps."""

import secrets
from dataclasses import dataclass

from django.contrib.auth.models import User

from newsarchive.health import unapplied_migrations
from newsarchive.run.errors import RunError
from newsarchive.run.place import embedded_state
from newsarchive.run.preparation import say

_NAME = "admin"
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that looks like another
_GROUPS, _GROUP_LENGTH = 4, 5  # 100 bits


@dataclass(frozen=True, slots=True)
class Administrator:
    """Who may do everything; the password is known only right after it was set."""

    name: str
    password: str = ""


def administrator() -> Administrator:
    """The first administrator, made with a new password if there is none."""
    user = _first()
    return Administrator(user.username) if user else with_new_password()


def with_new_password() -> Administrator:
    """The first administrator, whose old password is good for nothing any more."""
    user = _first() or _new()
    password = _password()
    user.set_password(password)
    user.save()
    return Administrator(user.username, password)


def set_password() -> None:
    """`make password`; raises RunError where there is no archive yet."""
    state = embedded_state()
    if (state and not state.exists()) or unapplied_migrations():
        raise RunError("There is no archive yet, or an older one: `make run` first.")
    admin = with_new_password()
    say(f"{admin.name} logs in with the password {admin.password}")
    say("It is shown only now; sessions with the old one have ended.")


def _first() -> User | None:
    """The first administrator who may log in."""
    found = User.objects.filter(is_superuser=True, is_staff=True, is_active=True)
    return found.order_by("pk").first()


def _new() -> User:
    """A new administrator; whoever else has the name loses the password to it."""
    user, _ = User.objects.get_or_create(username=_NAME)
    user.is_staff = user.is_superuser = user.is_active = True
    return user


def _password() -> str:
    letters = [secrets.choice(_LETTERS) for _ in range(_GROUPS * _GROUP_LENGTH)]
    starts = range(0, len(letters), _GROUP_LENGTH)
    return "-".join("".join(letters[s : s + _GROUP_LENGTH]) for s in starts)
