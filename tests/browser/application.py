"""The archive as gunicorn loads it here: it fetches from this machine as well.

What is imported below the first import needs Django set up.
"""

import os
from dataclasses import replace

from newsarchive.wsgi import application as site

# isort: split
from articles.desk import filling
from tests.fetching.serving import LOOPBACK

# Of the server that plays the papers' sites.
_PORT = int(os.environ["PAPERS_PORT"])

filling.LIMITS = replace(filling.LIMITS, ports=frozenset({_PORT}), also=LOOPBACK)
application = site
