"""How long the pages of a running archive take: `python bench/pages.py SITE PATH…`.

Prints the median and the slowest of 20 requests for each path, over one connection,
after one that is not counted, in milliseconds, and the size of the answer as sent.
"""

import statistics
import sys
import time
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit

RUNS = 20


def main(site: str, paths: list[str]) -> None:
    host = urlsplit(site).netloc
    print(f"{'median':>8} {'slowest':>8} {'kB':>6} status path")
    for path in paths:
        connection = HTTPConnection(host, timeout=60)
        measured = [_request(connection, path) for _ in range(RUNS + 1)][1:]
        times = [milliseconds for milliseconds, _size, _status in measured]
        _time, size, status = measured[-1]
        median, slowest = statistics.median(times), max(times)
        print(f"{median:8.1f} {slowest:8.1f} {size / 1000:6.1f} {status:>6} {path}")


def _request(connection: HTTPConnection, path: str) -> tuple[float, int, int]:
    address = quote(path, safe="/?=&%+")
    begin = time.perf_counter()
    connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    size = len(response.read())
    return (time.perf_counter() - begin) * 1000, size, response.status


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
