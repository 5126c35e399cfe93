ALTER TABLE "agents" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agents_organisation" ON "agents" USING btree ("organisation_id") WHERE "agents"."organisation_id" is not null;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_organisation_of_admins" CHECK ("agents"."organisation_id" is null or "agents"."role" = 'admin');