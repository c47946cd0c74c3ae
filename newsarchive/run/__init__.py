"""`make run`: one archive on one machine, from an empty folder to an open page.

    __main__.py    the commands: start (when none is named), password, empty
    place.py       where the data lies
    start.py       the order of the steps, and the box that tells where to look
    checks.py      what can be known to fail before any work is done
    preparation.py the database, its tables, the sample archive, the static files
    account.py     the administrator's account and its password
    web_server.py  gunicorn, started, watched and stopped
    probe.py       whether the web server answers; also a container's health check
    emptying.py    the removal of everything
    errors.py      RunError, and any failure in one sentence

Where gunicorn is started by other means, only the probe is of use.
"""
