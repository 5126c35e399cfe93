CREATE TABLE "guest_keys" (
	"hash" text PRIMARY KEY NOT NULL,
	"is_kept" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"idle_expires_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "demande_guests" ADD COLUMN "by_link" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "demandes" ADD COLUMN "claimed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "demandes" ADD COLUMN "contact_corrected_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "guest_keys_idle" ON "guest_keys" USING btree ("idle_expires_at");--> statement-breakpoint
CREATE INDEX "demande_guests_end" ON "demande_guests" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "demandes_contact" ON "demandes" USING btree ("contact_hash","submitted_at","id") WHERE "demandes"."account_id" is null and "demandes"."contact_hash" is not null;--> statement-breakpoint
-- Browsers that already hold a key were told ninety days: what they opened stays open a week more, the time to come back or to ask for a link.
UPDATE "demande_guests" SET "expires_at" = LEAST("expires_at", now() + interval '7 days');--> statement-breakpoint
INSERT INTO "guest_keys" ("hash", "is_kept", "created_at", "last_seen_at", "idle_expires_at", "expires_at")
SELECT "guest_hash", true, min("created_at"), now(), max("expires_at"), max("expires_at") FROM "demande_guests" GROUP BY "guest_hash";
