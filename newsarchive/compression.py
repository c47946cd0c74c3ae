"""Compresses what is sent, but for what is compressed already."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_PACKED = ("application/gzip",)


class CompressionMiddleware(GZipMiddleware):
    """Leaves packed files as they are: their bytes have a checksum."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.headers.get("Content-Type") in _PACKED:
            return response
        return super().process_response(request, response)
