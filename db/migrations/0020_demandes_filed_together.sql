ALTER TABLE "attachments" DROP CONSTRAINT "attachments_storage_key_unique";--> statement-breakpoint
ALTER TABLE "demandes" ADD COLUMN "filing_id" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_storage" ON "attachments" USING btree ("storage_key","demande_id");--> statement-breakpoint
CREATE INDEX "demandes_filing" ON "demandes" USING btree ("filing_id") WHERE "demandes"."filing_id" is not null;