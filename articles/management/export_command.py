"""What the commands that take articles out have in common."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class ExportCommand(BaseCommand):
    """An export that Ctrl-C breaks off with a sentence; what it wrote is gone then."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except KeyboardInterrupt as error:
            raise CommandError("Broken off: nothing was written.") from error

    def warn_of_address(self) -> None:
        """What is taken out names the archive's address, and outlives this machine."""
        if f"{urlsplit(settings.SITE_URL).hostname}" in settings.LOOPBACK_HOSTS:
            self.stderr.write(
                f"It will say that the archive is at {settings.SITE_URL}, which only "
                "this machine knows: set SITE_URL, or leave it at that."
            )
