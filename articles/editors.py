"""The three groups of those who work at the desk, each of whom may what is theirs.

*Editors* add, import, change, publish and withdraw articles, and delete none. *Senior
editors* also delete drafts, merge categories and sources, and take imports back.
*Administrators* also say who works here.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

_ACTIONS = ["view", "add", "change"]
_EDITORS = {
    "articles": [
        *(f"{a}_{of}" for a in _ACTIONS for of in ("article", "snippet")),
        *(f"{a}_{of}" for a in _ACTIONS for of in ("source", "category")),
        *("view_importbatch", "add_importbatch"),  # but not to take one back
        *("view_importrefusal", "change_importrefusal"),
    ],
}
_SENIOR = {
    "articles": [
        *("delete_article", "delete_snippet"),  # the desk lets them go while drafts
        *("merge_category", "merge_source", "undo_import", "view_labelmove"),
    ],
}
_ADMINISTRATORS = {
    "auth": [f"{a}_{of}" for a in [*_ACTIONS, "delete"] for of in ("user", "group")],
    # Who has lost theirs is given a new second step by deleting the old one.
    "otp_totp": ["view_totpdevice", "delete_totpdevice"],
    "otp_static": ["view_staticdevice", "delete_staticdevice"],
}
GROUPS = {
    "Editors": [_EDITORS],
    "Senior editors": [_EDITORS, _SENIOR],
    "Administrators": [_EDITORS, _SENIOR, _ADMINISTRATORS],
}


def make_groups(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make the groups after a migration, once: what an operator then changes, stays."""
    known = Group.objects.using(using)
    missing = [name for name in GROUPS if not known.filter(name=name).exists()]
    for label in {label for name in missing for label in _labels(name)}:
        # Django makes them too, but only after each application has had its turn.
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    for name in missing:
        group = known.create(name=name)
        group.permissions.set(Permission.objects.using(using).filter(_may(name)))


def _labels(group: str) -> Iterator[str]:
    return (label for rights in GROUPS[group] for label in rights)


def _may(group: str) -> Q:
    """The rights of a group, as a condition of permissions."""
    may = Q(pk=None)
    for rights in GROUPS[group]:
        for label, codenames in rights.items():
            may |= Q(content_type__app_label=label, codename__in=codenames)
    return may
