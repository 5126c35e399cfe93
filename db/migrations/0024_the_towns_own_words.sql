CREATE TABLE "letter_wordings" (
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"demarche_id" uuid,
	"title" text NOT NULL,
	"opening" text NOT NULL,
	"ending" text NOT NULL,
	"signature" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "letter_wordings_once" UNIQUE NULLS NOT DISTINCT("kind","language","demarche_id")
);
--> statement-breakpoint
ALTER TABLE "letter_wordings" ADD CONSTRAINT "letter_wordings_demarche_id_demarches_id_fk" FOREIGN KEY ("demarche_id") REFERENCES "public"."demarches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_wordings_demarche" ON "letter_wordings" USING btree ("demarche_id");