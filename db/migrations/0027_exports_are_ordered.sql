ALTER TABLE "account_exports" DROP COLUMN "taken_at";--> statement-breakpoint
ALTER TABLE "account_exports" DROP COLUMN "attempts";