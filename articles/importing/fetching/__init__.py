"""Fetching what stands at an address of the public web, and nothing else.

Whoever names the address may not be trusted, and the server that answers never is. So

- only http and https, on their own ports, and no user names;
- each name is looked up once, and only addresses that were checked are connected to: a
  second answer of the name server changes nothing;
- a redirect is one more address, checked like the first;
- one limit of time holds for all of it, and one of size for the body, also unpacked.
"""

from articles.importing.fetching.asking import Fetched, fetch
from articles.importing.fetching.errors import FetchError
from articles.importing.fetching.limits import PUBLIC_WEB, Limits

__all__ = ["PUBLIC_WEB", "FetchError", "Fetched", "Limits", "fetch"]
