ALTER TABLE "demandes" ADD COLUMN "search_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "demandes_queue_demarche" ON "demandes" USING btree ("demarche_id","status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "demandes_queue_agent" ON "demandes" USING btree ("agent_id","status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "demandes_due" ON "demandes" USING btree ("service_id","due_at","id") WHERE "demandes"."status" in ('pending','in_progress','rectified','complete');--> statement-breakpoint
CREATE INDEX "demandes_search_name" ON "demandes" USING gin ("search_name" gin_trgm_ops);