"""The site's pages: each view reads the request, asks its questions, and renders."""
