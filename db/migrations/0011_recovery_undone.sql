ALTER TABLE "account_recoveries" DROP CONSTRAINT "account_recoveries_state";--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD COLUMN "undone_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD CONSTRAINT "account_recoveries_state" CHECK ("account_recoveries"."state" in ('asked', 'confirmed', 'refused', 'stopped', 'undone'));