ALTER TABLE "account_exports" ADD COLUMN "taken_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "account_exports" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;