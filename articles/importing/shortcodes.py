"""The shortcodes of WordPress: words in brackets that a theme puts something for.

Those that WordPress itself has are known; what else stands in brackets is text.
"""

import re

_MOST = 2000  # characters in one: no search for its end goes further
_INSIDE = rf"[^\[\]]{{0,{_MOST}}}+"
# [[gallery]] is how one is written about.
_EMBED = re.compile(rf"(?<!\[)\[embed\b{_INSIDE}\][^\[]{{0,{_MOST}}}+\[/embed\]")
_CAPTION = re.compile(rf"(?<!\[)\[(?:wp_)?caption\b({_INSIDE})\]")
_CAPTION_END = re.compile(r"\[/(?:wp_)?caption\]")
_TEXT = re.compile(r"""\bcaption=(?:"([^"]*+)"|'([^']*+)')""")
_OTHERS = re.compile(
    rf"(?<!\[)\[(?:/?embed\b|gallery\b|(?:audio|video|playlist)\s){_INSIDE}\]"
    r"|\[/(?:audio|video|playlist)\]"
)
_PARAGRAPH = "<br><br>"


def without_shortcodes(html: str) -> str:
    """The text without shortcodes; of a caption its words stay, a paragraph each."""
    if "[" not in html:
        return html
    html = _OTHERS.sub(_PARAGRAPH, _EMBED.sub(_PARAGRAPH, html))
    return _CAPTION_END.sub(_PARAGRAPH, _CAPTION.sub(_words, html))


def _words(caption: re.Match[str]) -> str:
    """An old caption has its words in an attribute, a new one after the picture."""
    found = _TEXT.search(caption[1])
    text = (found[1] or found[2] or "") if found else ""
    return f"{_PARAGRAPH}{text} "
