"""The site on an invented archive of BENCH_ARTICLES articles, for gunicorn to load."""

import os

from bench.search import databases
from newsarchive.wsgi import application as site

databases.use(int(os.environ["BENCH_ARTICLES"]))
application = site
