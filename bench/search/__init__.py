"""How search does on an archive of any size: `python -m bench.search --help`.

The archive is invented, and the same wherever it is made.

    names.py       the real words and names in it, and the sounds of the rest
    words.py       vocabularies of invented words, by rank, and the topics made of them
    labels.py      its sources and categories
    texts.py       its article number i
    databases.py   the database of an archive of n articles, made and found again
    filling.py     an archive of n articles, put into its database
    copying.py     what each of the processes that fill it does

What is measured in it, beside the way most Django archives search:

    queries.py     what is searched for, and what is typed
    ours.py        the parts of an answer, as a page asks the engine for them
    naive.py       the same parts by the ORM alone, on a table of its own
    timing.py      how long something takes, warm
    measuring.py   both ways by turns
    results.py     what was measured
    report.py      tables of it
    verdicts.py    the targets, and whether they are reached
    table.py       all of this, for `make bench`
"""
