"""The SQL of the numbers of articles: those that come along, and those that are given.

The sequence that numbers are given from cannot be taken back with a transaction. So it
is moved only for what is about to be stored, and a trial has a sequence of its own.
"""

_SEQUENCE = "pg_get_serial_sequence('articles_article', 'id')::regclass"
_LAST = f"coalesce(pg_sequence_last_value({_SEQUENCE}), 0)"
# A number may be so far beyond the last one: no archive has more articles than that,
# and what is added afterwards gets numbers beyond it.
FURTHEST = 100_000_000

# Of a record that is not about to be stored, or whose number is taken or too far, the
# number is none: if it is stored at all, it gets a new one.
DROP_NUMBERS = f"""
UPDATE incoming SET number = NULL
WHERE number IS NOT NULL AND (
    article_id IS NOT NULL
    OR number > {_LAST} + {FURTHEST}
    OR EXISTS (SELECT FROM articles_article WHERE id = incoming.number)
    OR EXISTS (SELECT FROM articles_article WHERE identity = incoming.identity)
    OR EXISTS (SELECT FROM articles_article WHERE imported_as = incoming.identity)
    OR position NOT IN (SELECT min(position) FROM incoming GROUP BY number)
    OR position NOT IN (SELECT min(position) FROM incoming GROUP BY identity)
)
"""
# Numbers that are given from now on lie beyond those that come along.
MOVE_SEQUENCE = f"""
SELECT setval({_SEQUENCE}, max(number)) FROM incoming HAVING max(number) > {_LAST}
"""
NUMBER = f"coalesce(number, nextval({_SEQUENCE}))"

# Far from all numbers that editors may get meanwhile: they would wait for the trial's
# end if they got one of the same.
CREATE_TRIAL_NUMBERS = """
CREATE TEMPORARY SEQUENCE IF NOT EXISTS trial_number START 4611686018427387904
"""
NUMBER_ON_TRIAL = "nextval('pg_temp.trial_number')"
