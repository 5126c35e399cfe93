DROP INDEX "account_sessions_expires";--> statement-breakpoint
DROP INDEX "accounts_last_seen";--> statement-breakpoint
DROP INDEX "demandes_service_recent";--> statement-breakpoint
DROP INDEX "agent_sessions_expires";--> statement-breakpoint
DROP INDEX "account_exports_account";--> statement-breakpoint
DROP INDEX "accounts_recent";--> statement-breakpoint
DROP INDEX "accounts_suspended";--> statement-breakpoint
DROP INDEX "demandes_account";--> statement-breakpoint
DROP INDEX "demandes_drafts";--> statement-breakpoint
DROP INDEX "notifications_account";--> statement-breakpoint
DROP INDEX "audit_events_at";--> statement-breakpoint
DROP INDEX "audit_events_subject";--> statement-breakpoint
DROP INDEX "audit_events_actor";--> statement-breakpoint
DROP INDEX "job_runs_job";--> statement-breakpoint
DROP INDEX "mailbox_sent";--> statement-breakpoint
DROP INDEX "outbox_state_recent";--> statement-breakpoint
DROP INDEX "wallet_documents_account";--> statement-breakpoint
CREATE INDEX "account_exports_unfinished" ON "account_exports" USING btree ("created_at","id") WHERE "account_exports"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "account_recoveries_account" ON "account_recoveries" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "account_recoveries_asked" ON "account_recoveries" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "account_sessions_idle" ON "account_sessions" USING btree ("idle_expires_at");--> statement-breakpoint
CREATE INDEX "accounts_invited" ON "accounts" USING btree ("created_at","id") WHERE "accounts"."status" = 'invited';--> statement-breakpoint
CREATE INDEX "accounts_deleted" ON "accounts" USING btree ("deleted_at","id") WHERE "accounts"."status" = 'deleted';--> statement-breakpoint
CREATE INDEX "accounts_idle" ON "accounts" USING btree (coalesce("last_seen_at", "created_at"),"id") WHERE "accounts"."status" = 'active';--> statement-breakpoint
CREATE INDEX "attachments_pending" ON "attachments" USING btree ("created_at","id") WHERE "attachments"."scan" = 'pending';--> statement-breakpoint
CREATE INDEX "demande_tokens_expires" ON "demande_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "demandes_recent" ON "demandes" USING btree ("submitted_at","id") WHERE "demandes"."status" <> 'draft';--> statement-breakpoint
CREATE INDEX "demandes_finished" ON "demandes" USING btree ("version_id","closed_at","id") WHERE "demandes"."closed_at" is not null and "demandes"."anonymised_at" is null;--> statement-breakpoint
CREATE INDEX "demandes_anonymised" ON "demandes" USING btree ("anonymised_at","id") WHERE "demandes"."anonymised_at" is not null;--> statement-breakpoint
CREATE INDEX "messages_to_read_by_citizens" ON "messages" USING btree ("demande_id") WHERE "messages"."author" = 'agent' and "messages"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("account_id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_created" ON "notifications" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "agent_sessions_idle" ON "agent_sessions" USING btree ("idle_expires_at");--> statement-breakpoint
CREATE INDEX "audit_events_act" ON "audit_events" USING btree ("verb","actor_kind","at","id");--> statement-breakpoint
CREATE INDEX "job_runs_success" ON "job_runs" USING btree ("job","id") WHERE "job_runs"."outcome" in ('done', 'paused');--> statement-breakpoint
CREATE INDEX "job_runs_running" ON "job_runs" USING btree ("started_at") WHERE "job_runs"."outcome" = 'running';--> statement-breakpoint
CREATE INDEX "job_runs_started" ON "job_runs" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "mailbox_recipient" ON "mailbox" USING btree ("recipient","sent_at","id");--> statement-breakpoint
CREATE INDEX "mailbox_subject" ON "mailbox" USING btree (split_part("key", ':', 2));--> statement-breakpoint
CREATE INDEX "outbox_subject" ON "outbox" USING btree (split_part("key", ':', 2));--> statement-breakpoint
CREATE INDEX "wallet_documents_relation" ON "wallet_documents" USING btree ("relation_id") WHERE "wallet_documents"."relation_id" is not null;--> statement-breakpoint
CREATE INDEX "account_exports_account" ON "account_exports" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "accounts_recent" ON "accounts" USING btree ("created_at","id") WHERE "accounts"."status" <> 'deleted';--> statement-breakpoint
CREATE INDEX "accounts_suspended" ON "accounts" USING btree ("created_at","id") WHERE "accounts"."status" = 'suspended';--> statement-breakpoint
CREATE INDEX "demandes_account" ON "demandes" USING btree ("account_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "demandes_drafts" ON "demandes" USING btree ("updated_at","id") WHERE "demandes"."status" = 'draft';--> statement-breakpoint
CREATE INDEX "notifications_account" ON "notifications" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "job_runs_job" ON "job_runs" USING btree ("job","id");--> statement-breakpoint
CREATE INDEX "mailbox_sent" ON "mailbox" USING btree ("sent_at","id");--> statement-breakpoint
CREATE INDEX "outbox_state_recent" ON "outbox" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "wallet_documents_account" ON "wallet_documents" USING btree ("account_id","created_at","id");--> statement-breakpoint
-- What the indexes of expressions hold is known to the planner once it is read.
ANALYZE "outbox", "mailbox", "accounts";
