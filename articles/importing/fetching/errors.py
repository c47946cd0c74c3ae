"""Why something could not be fetched."""


class FetchError(OSError):
    """Says in words what was wrong with an address or with what came from there."""
