"""The start of an archive: every step in its order, then the box that says where."""

from django.conf import settings

from newsarchive.run import checks, place, preparation
from newsarchive.run.account import Administrator, administrator
from newsarchive.run.preparation import say
from newsarchive.run.web_server import WebServer


def start(*, with_sample: bool) -> None:
    """Serve the archive until interrupted; raises one of the expected errors."""
    checks.check_port(settings.HOST, settings.PORT)
    if place.embedded_state():
        checks.check_disk(settings.STATE_DIR)
    preparation.open_database()
    preparation.migrate()
    if with_sample:
        preparation.load_sample()
    preparation.collect_static_files()
    _serve()


def _serve() -> None:
    say("Starting the web server.")
    server = WebServer(settings.BASE_DIR)
    try:
        server.wait_for_answer(settings.HOST, settings.PORT)
        # Only now: a new password is shown in the box, or it is shown to nobody.
        admin = administrator()
        preparation.close_database()
        say(_box(admin))
        server.watch()
    finally:
        server.stop()


def _box(admin: Administrator) -> str:
    lines = [
        ("The archive is at", f"{settings.SITE_URL}/"),
        ("Its editors log in at", f"{settings.SITE_URL}/admin/"),
        ("  as", admin.name),
        ("  with the password", admin.password or "set before"),
        ("", _about_password(admin)),
        ("Its data lies in", place.description()),
        ("To stop it", "press Ctrl-C"),
    ]
    text = "\n".join(f"  {name:<24}{value}".rstrip() for name, value in lines)
    rule = "-" * 78
    return f"\n{rule}\n{text}\n{rule}\n"


def _about_password(admin: Administrator) -> str:
    if admin.password:
        return "(shown only now; `make password` makes another one)"
    return "(`make password` makes a new one)"
