ALTER TABLE "outbox" ADD COLUMN "account_id" uuid;--> statement-breakpoint
CREATE INDEX "accounts_suspended" ON "accounts" USING btree ("created_at" DESC NULLS LAST,"id") WHERE "accounts"."status" = 'suspended';--> statement-breakpoint
CREATE INDEX "outbox_account" ON "outbox" USING btree ("account_id","created_at") WHERE "outbox"."account_id" is not null;--> statement-breakpoint
-- Letters written before: their key names the account, a link, a recovery, a copy or a demande. Those whose key names nothing are found by their address.
UPDATE "outbox" SET "account_id" = a."id" FROM "accounts" a
WHERE "outbox"."kind" LIKE 'account.%' AND "outbox"."kind" <> 'account.deleted' AND split_part("outbox"."key", ':', 2) = a."id"::text;--> statement-breakpoint
UPDATE "outbox" SET "account_id" = t."account_id" FROM "account_tokens" t
WHERE "outbox"."account_id" IS NULL AND "outbox"."kind" LIKE 'account.%' AND split_part("outbox"."key", ':', 2) = t."id"::text;--> statement-breakpoint
UPDATE "outbox" SET "account_id" = r."account_id" FROM "account_recoveries" r
WHERE "outbox"."account_id" IS NULL AND "outbox"."kind" LIKE 'account.%' AND split_part("outbox"."key", ':', 2) = r."id"::text;--> statement-breakpoint
UPDATE "outbox" SET "account_id" = e."account_id" FROM "account_exports" e
WHERE "outbox"."account_id" IS NULL AND "outbox"."kind" LIKE 'account.%' AND split_part("outbox"."key", ':', 2) = e."id"::text;--> statement-breakpoint
UPDATE "outbox" SET "account_id" = d."account_id" FROM "demandes" d
WHERE "outbox"."account_id" IS NULL AND split_part("outbox"."key", ':', 1) IN ('demande', 'draft') AND split_part("key", ':', 2) = d."id"::text;
