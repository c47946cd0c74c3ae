"""Cut the web fonts of `static/fonts/` from their npm packages: `subset_fonts.py SRC`.

    npm pack @fontsource-variable/newsreader @fontsource-variable/libre-franklin \\
             @expo-google-fonts/noto-nastaliq-urdu
    (unpack each into SRC/newsreader, SRC/libre-franklin and SRC/noto-nastaliq-urdu)
    pip install fonttools brotli

Only needed when a font changes at its source; nobody needs it to run the site.
"""

import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT = Path(__file__).parent.parent / "static" / "fonts"
LATIN = (
    "20-7E,A0-FF,131,152,153,160,161,178,17D,17E,2BB,2BC,2C6,2DA,2DC,100,101,12A,"
    "12B,16A,16B,1E24,1E25,1E62,1E63,1E6C,1E6D,1E92,1E93,2010-2015,2018-201E,2020,"
    "2022,2026,2030,2032,2033,2039,203A,2044,20A8,20AC,20B9,2116,2122,2190-2193,"
    "2197,2212,2215,D7,FFFD"
)
# Without Latin letters and digits: they come from Newsreader, for both scripts alike.
URDU = (
    "20,A0,21,28,29,2E,3A,AB,BB,2018,2019,201C,201D,2026,200B-200F,2066-2069,"
    "600-6FF,750-77F,FDF2,FDFA,FDFD,FB50-FDFF,FE70-FEFC"
)
FEATURES = "kern,liga,locl,ccmp,mark,mkmk,tnum,lnum,onum,pnum,frac"
WEIGHTS = {"wght": (400, 700)}


def cut(
    source: Path, name: str, characters: str, features: str, **axes: object
) -> None:
    """Write the characters (an option of fonttools' subset) of a font, as WOFF2."""
    font = TTFont(source)
    if axes:
        font = instancer.instantiateVariableFont(font, axes)
    font.flavor = None
    options = [
        f"--output-file={OUT / name}",
        "--flavor=woff2",
        "--no-harfbuzz-repacker",
        f"--layout-features={features}",
        "--no-hinting",
        characters,
    ]
    with tempfile.NamedTemporaryFile(suffix=".ttf") as whole:
        font.save(whole.name)
        subset.main([whole.name, *options])
    print(f"{name}: {(OUT / name).stat().st_size} bytes")


def main(packages: Path) -> None:
    latin = f"--unicodes={LATIN}"
    newsreader = packages / "newsreader" / "files"
    upright, italic = (
        newsreader / f"newsreader-latin-opsz-{style}.woff2"
        for style in ("normal", "italic")
    )
    franklin = packages / "libre-franklin/files/libre-franklin-latin-wght-normal.woff2"
    nastaliq = (
        packages / "noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf"
    )
    sizes = (14, 18, 60)
    cut(upright, "newsreader-latin.woff2", latin, FEATURES, opsz=sizes, **WEIGHTS)
    cut(italic, "newsreader-latin-italic.woff2", latin, FEATURES, opsz=18, **WEIGHTS)
    cut(franklin, "libre-franklin-latin.woff2", latin, FEATURES, **WEIGHTS)
    cut(nastaliq, "noto-nastaliq-urdu.woff2", f"--unicodes={URDU}", "*")
    cut(nastaliq, "nastaliq-ui.woff2", "--text=اردو", "*")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
