ALTER TABLE "demarches" ADD COLUMN "season" jsonb;--> statement-breakpoint
-- Dates were those of one year, computed from a season when the catalogue was published: the season is kept instead.
UPDATE "demarches" SET "season" = jsonb_build_object('opens', to_char("opens_on", 'MM-DD'), 'closes', to_char("closes_on", 'MM-DD')), "opens_on" = NULL, "closes_on" = NULL
WHERE "opens_on" IS NOT NULL AND "closes_on" IS NOT NULL;
