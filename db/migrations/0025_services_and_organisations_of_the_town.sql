ALTER TABLE "organisations" ADD COLUMN "role" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "website" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "hours" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "heir_id" uuid;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_heir_id_services_id_fk" FOREIGN KEY ("heir_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "services_heir" ON "services" USING btree ("heir_id") WHERE "services"."heir_id" is not null;--> statement-breakpoint
-- Organisations stood twice: what the settings said of them joins the table, which alone is read from now on.
UPDATE "organisations" o SET "role" = coalesce(e.value->>'role', ''), "website" = coalesce(e.value->>'website', '')
FROM "portal_settings" p, jsonb_array_elements(p.value->'organisations') e
WHERE p.key = 'portal' AND jsonb_typeof(p.value->'organisations') = 'array' AND lower(o.name) = lower(e.value->>'name');--> statement-breakpoint
INSERT INTO "organisations" ("id", "slug", "name", "role", "website", "created_at")
SELECT gen_random_uuid(), 'organisme-' || e.rank, e.value->>'name', coalesce(e.value->>'role', ''), coalesce(e.value->>'website', ''), now()
FROM "portal_settings" p, jsonb_array_elements(p.value->'organisations') WITH ORDINALITY AS e(value, rank)
WHERE p.key = 'portal' AND jsonb_typeof(p.value->'organisations') = 'array'
  AND NOT EXISTS (SELECT 1 FROM "organisations" o WHERE lower(o.name) = lower(e.value->>'name') OR o.slug = 'organisme-' || e.rank);--> statement-breakpoint
UPDATE "portal_settings" SET "value" = "value" - 'organisations' WHERE "key" = 'portal';--> statement-breakpoint
-- The demonstration town wrote its own nowhere: they stood in the code.
UPDATE "organisations" SET "role" = CASE "slug"
  WHEN 'ville' THEN 'État civil, citoyenneté, école, cadre de vie, vie associative'
  WHEN 'metropole' THEN 'Déchets, voirie, stationnement, urbanisme'
  ELSE 'Solidarité, aînés, petite enfance' END
WHERE "role" = '' AND ("slug", "name") IN (('ville', 'Ville de Belleval'), ('metropole', 'Belleval Métropole'), ('ccas', 'CCAS de Belleval'));
