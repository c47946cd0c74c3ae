"""Keep versions once a statement, not once a row, which took quadratic time."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_ledger"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="replaced_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="deleted_delete",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="replaced_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articleversion" ("body", "byline", "captured_at", "dateline", "headline", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_on", "source_id", "source_url", "state", "summary", "withdrawn_reason") SELECT old_values."body", old_values."byline", old_values."captured_at", old_values."dateline", old_values."headline", old_values."language", _pgh_attached_context.value, NOW(), \'replaced\', old_values."id", old_values."published_at", old_values."published_on", old_values."source_id", old_values."source_url", old_values."state", old_values."summary", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."body" IS DISTINCT FROM (new_values."body") OR old_values."byline" IS DISTINCT FROM (new_values."byline") OR old_values."captured_at" IS DISTINCT FROM (new_values."captured_at") OR old_values."dateline" IS DISTINCT FROM (new_values."dateline") OR old_values."headline" IS DISTINCT FROM (new_values."headline") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."published_at" IS DISTINCT FROM (new_values."published_at") OR old_values."published_on" IS DISTINCT FROM (new_values."published_on") OR old_values."source_id" IS DISTINCT FROM (new_values."source_id") OR old_values."source_url" IS DISTINCT FROM (new_values."source_url") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."summary" IS DISTINCT FROM (new_values."summary") OR old_values."withdrawn_reason" IS DISTINCT FROM (new_values."withdrawn_reason")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="002bd89eb4a53e43fa9ec4c4364a02ecae9bca30",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_replaced_update_ee7c1",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articleversion" ("body", "byline", "captured_at", "dateline", "headline", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_on", "source_id", "source_url", "state", "summary", "withdrawn_reason") SELECT old_values."body", old_values."byline", old_values."captured_at", old_values."dateline", old_values."headline", old_values."language", _pgh_attached_context.value, NOW(), \'deleted\', old_values."id", old_values."published_at", old_values."published_on", old_values."source_id", old_values."source_url", old_values."state", old_values."summary", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f3fbbf88c19ecb092623f51713154e3a37425f03",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_dd976",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
    ]
