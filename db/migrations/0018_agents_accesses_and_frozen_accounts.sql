CREATE TABLE "agent_accesses" (
	"agent_id" uuid NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agent_accesses_agent_id_given_at_given_by_pk" PRIMARY KEY("agent_id","given_at","given_by")
);
--> statement-breakpoint
ALTER TABLE "account_recoveries" DROP CONSTRAINT "account_recoveries_state";--> statement-breakpoint
ALTER TABLE "accounts" DROP CONSTRAINT "accounts_status";--> statement-breakpoint
DROP INDEX "account_recoveries_open";--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD COLUMN "kind" text DEFAULT 'lost' NOT NULL;--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD COLUMN "effective_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "frozen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "frozen_parties" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "reopened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agent_accesses" ADD CONSTRAINT "agent_accesses_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_accesses" ADD CONSTRAINT "agent_accesses_given_by_agents_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agent_accesses_given_by" ON "agent_accesses" USING btree ("given_by");--> statement-breakpoint
CREATE INDEX "agent_accesses_given_at" ON "agent_accesses" USING btree ("given_at");--> statement-breakpoint
CREATE INDEX "accounts_frozen" ON "accounts" USING btree ("created_at","id") WHERE "accounts"."status" = 'frozen';--> statement-breakpoint
CREATE UNIQUE INDEX "account_recoveries_open" ON "account_recoveries" USING btree ("account_id") WHERE "account_recoveries"."state" in ('asked', 'waiting');--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD CONSTRAINT "account_recoveries_kind" CHECK ("account_recoveries"."kind" in ('lost', 'held', 'reopening'));--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD CONSTRAINT "account_recoveries_state" CHECK ("account_recoveries"."state" in ('asked', 'waiting', 'confirmed', 'refused', 'stopped', 'undone', 'lapsed'));--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_status" CHECK ("accounts"."status" in ('invited', 'active', 'suspended', 'frozen', 'deleted'));