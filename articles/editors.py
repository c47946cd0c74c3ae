"""The group of those who add, import, change and withdraw articles, and delete none."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

GROUP = "Editors"
_MODELS = ["article", "snippet", "source", "category"]
_ACTIONS = ["view", "add", "change"]
_OTHERS = ["view_importbatch", "add_importbatch"]  # but not to take one back


def make_editors_group(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make the group after a migration, once: what an operator then changes, stays."""
    group, is_new = Group.objects.using(using).get_or_create(name=GROUP)
    if is_new:
        # Django makes them too, but only after this application has had its turn.
        create_permissions(sender, verbosity=0, using=using)
        codenames = [f"{action}_{model}" for action in _ACTIONS for model in _MODELS]
        codenames += _OTHERS
        group.permissions.set(
            Permission.objects.using(using).filter(
                content_type__app_label="articles", codename__in=codenames
            )
        )
