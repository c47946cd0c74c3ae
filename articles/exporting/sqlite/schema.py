"""The tables of the file, and the one that explains them."""

from articles.exporting.records import FIELDS

# Fields that other tables hold.
ELSEWHERE = {"source", "categories"}
TEXTS = tuple(name for name in FIELDS if name not in {"number", *ELSEWHERE})

# The letters of a language are more than letters to Unicode: vowels of Hindi, marks of
# Urdu. Without the last two categories they would part words.
_TOKENS = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"

CREATE = f"""
CREATE TABLE readme (topic TEXT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE sources (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_ur TEXT, slug TEXT NOT NULL,
    domain TEXT, homepage TEXT
);
CREATE TABLE categories (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_ur TEXT, slug TEXT NOT NULL
);
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, {", ".join(f"{name} TEXT" for name in TEXTS)},
    source_id INTEGER REFERENCES sources (id)
);
CREATE TABLE article_categories (
    article_number INTEGER NOT NULL REFERENCES articles (number),
    category_id INTEGER NOT NULL REFERENCES categories (id),
    PRIMARY KEY (article_number, category_id)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE articles_fts USING fts5(
    headline, summary, body, content="articles", content_rowid="number",
    tokenize="{_TOKENS}"
);
"""
INSERT = f"""
INSERT INTO articles (number, {", ".join(TEXTS)}, source_id)
VALUES ({", ".join("?" for _ in range(len(TEXTS) + 2))})
"""
INSERT_WORDS = (
    "INSERT INTO articles_fts (rowid, headline, summary, body) VALUES (?,?,?,?)"
)
INSERT_FILED = "INSERT INTO article_categories VALUES (?, ?)"
FINISH = """
DELETE FROM sources WHERE id NOT IN (
    SELECT source_id FROM articles WHERE source_id IS NOT NULL
);
DELETE FROM categories WHERE id NOT IN (SELECT category_id FROM article_categories);
CREATE INDEX articles_by_day ON articles (published_on, number);
CREATE INDEX articles_by_source ON articles (source_id);
CREATE INDEX articles_by_category ON article_categories (category_id);
INSERT INTO articles_fts (articles_fts) VALUES ('optimize');
ANALYZE;
"""

ABOUT = {
    "archive": "All articles in public of {name}, {address}, as of {moment}.",
    "articles": (
        "One row an article. Its address is {address}/a/NUMBER/. Days and moments are "
        "in ISO 8601, moments in UTC; what is not known is NULL. The body has a blank "
        "line between paragraphs."
    ),
    "sources": (
        "Who published the articles, by articles.source_id; name_ur is the Urdu name."
    ),
    "categories": "What articles are filed under, by way of article_categories.",
    "articles_fts": (
        "Words of headline, summary and body (SQLite FTS5): SELECT articles.* FROM "
        "articles_fts JOIN articles ON number = articles_fts.rowid WHERE articles_fts "
        "MATCH 'flood' ORDER BY rank. Every word is there as printed. After a text in "
        "Arabic letters follow, where they differ, its words without vowel marks and "
        "joiners and with one letter for all that look alike, its words as keyboards "
        "for Arabic and Persian write them, and its numbers in all figures: so Urdu is "
        "found from any keyboard, word by word. A phrase is found as printed, and of a "
        "word this form only: 'flood*' finds floods as well. Do not "
        "rebuild this table: it would have the printed words only."
    ),
}
