"""The real words and names of the invented archive, and the sounds of the rest."""

from typing import Literal

Language = Literal["en", "ur"]


def _lists(texts: dict[Language, str]) -> dict[Language, list[str]]:
    return {language: text.split() for language, text in texts.items()}


# The commonest words, in their order.
COMMONEST = _lists(
    {
        "en": """
            the of and to a in that is said was for on with he by at from it
            as his an were are which this be has had have not but who its been
            their after will more they government president also year people
            two new minister one first police country state party years city
            world week last time officials told day would""",
        "ur": """
            کے میں کی ہے اور نے سے کو کہ پر کا اس یہ ہیں ایک بھی نہیں کر تھا
            گیا کیا ہو وہ لیے جو کہا تو ان ہی رہے حکومت ساتھ بعد گئی تھے
            پاکستان صدر وزیر لوگ ملک پولیس سال دو شہر عدالت خبر دن""",
    }
)
LINKS = _lists({"en": "in of to for after on", "ur": "کی میں کا سے پر کے"})
PLACES = _lists(
    {
        "en": """
            PARIS LONDON WASHINGTON GENEVA CAIRO MOSCOW BEIJING TOKYO NAIROBI
            MADRID ROME VIENNA BERLIN OSLO DHAKA DELHI KARACHI LAHORE
            ISLAMABAD KABUL TEHRAN ANKARA LIMA BOGOTA SANTIAGO HAVANA OTTAWA
            SYDNEY JAKARTA MANILA""",
        "ur": """
            لاہور کراچی پشاور کوئٹہ ملتان سیالکوٹ گجرات سکھر پیرس لندن دہلی
            کابل تہران ڈھاکہ قاہرہ""",
    }
)
MONTHS = _lists(
    {
        "en": """
            January February March April May June July August September
            October November December""",
        "ur": """
            جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر
            دسمبر""",
    }
)
FIRST_NAMES = _lists(
    {
        "en": """
            Ann John Mary Peter Sara Omar Elena David Nadia Tom Ruth Paul
            Amina Carl Julia Ivan Lucy Hugo Clara Simon Maya Felix Irene Adam""",
        "ur": "احمد علی سارہ عائشہ بلال فاطمہ عمران نادیہ حسن زینب کامران صائمہ",
    }
)
LAST_NAMES = _lists(
    {
        "en": """
            Lee Smith Novak Haddad Moreau Okafor Lind Weber Rossi Khan Iqbal
            Tanaka Silva Brown Walsh Petrov Kowal Jensen Garcia Dubois Mehta
            Larsen Cohen Baker Hughes Marino Stone Vogel Reyes Doyle""",
        "ur": "خان ملک چوہدری قریشی رضا حسین بٹ شاہ عباسی نقوی میمن بلوچ",
    }
)

# What begins a syllable, what it sounds with, what ends it, and what ends a word.
ONSETS = _lists(
    {
        "en": """
            b br c ch cl cr d dr f fl fr g gl gr h j k l m n p ph pl pr r s sc
            sh sl sp st str sw t th tr v w""",
        "ur": "ب ب پ ت ت ج چ خ د د ر ر ز س س ش ف ق ک ک گ ل ل م م ن ن ہ ٹ ح ص ط ع غ",
    }
)
VOWELS = _lists({"en": "a a a e e e i i o o u ai ea ia ou", "ur": "- - ا ا و ی"})
CODAS = _lists(
    {
        "en": "- - - - - - - - - - - - - - n n r r l s t m ck nd nt rd st ng p d lt rm",
        "ur": "-",
    }
)
LAST_SOUNDS = _lists({"en": "-", "ur": "- - - - ہ ں ی ے ت ر"})
ENDINGS = _lists({"en": "s s ed ing", "ur": "وں یں ات"})
