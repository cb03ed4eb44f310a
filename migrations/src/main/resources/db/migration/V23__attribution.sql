-- TURN keys that tenants share, read one identifier at a time: each is a row of turn_key of its own, a share, so that
-- the ledger, its marks and answers refer to it as to any other key. A key or share of nobody has no tenant.
ALTER TABLE turn_key
  ALTER COLUMN tenant_id DROP NOT NULL,
  ALTER COLUMN secret DROP NOT NULL,
  ADD COLUMN shared_key_id uuid REFERENCES turn_key,
  DROP CONSTRAINT turn_key_uid_key;
CREATE UNIQUE INDEX turn_key_of_uid ON turn_key (uid) WHERE shared_key_id IS NULL;
CREATE INDEX turn_key_of_shared_key ON turn_key (shared_key_id) WHERE shared_key_id IS NOT NULL;

-- Whose share it is, as the app named them. Erasing them deletes the row here: the share is read no longer, and no figure changes.
CREATE TABLE turn_key_identifier (
  turn_key_id uuid PRIMARY KEY REFERENCES turn_key,
  identifier text NOT NULL
);
CREATE INDEX turn_key_identifier_of_text ON turn_key_identifier (identifier);
GRANT SELECT, INSERT, DELETE ON turn_key_identifier TO "${app_role}";

CREATE TABLE attribution_rule (
  id uuid PRIMARY KEY,
  shared_key_id uuid NOT NULL REFERENCES turn_key,
  pattern text NOT NULL,
  tenant_id uuid NOT NULL REFERENCES tenant,
  created_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX attribution_rule_in_force ON attribution_rule (shared_key_id, pattern) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON attribution_rule TO "${app_role}";

-- What nobody will be charged for, and why.
CREATE TABLE usage_write_off (
  id uuid PRIMARY KEY,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  egress_bytes bigint NOT NULL,
  ingress_bytes bigint NOT NULL,
  reason text NOT NULL,
  written_off_at timestamptz NOT NULL,
  written_off_by text NOT NULL
);
CREATE INDEX usage_write_off_of_key ON usage_write_off (turn_key_id);
SELECT keep_append_only('usage_write_off');
GRANT SELECT, INSERT ON usage_write_off TO "${app_role}";

-- The rule by which a line carries usage from one owner to another.
ALTER TABLE usage_record ALTER COLUMN tenant_id DROP NOT NULL, ADD COLUMN rule_id uuid;
ALTER TABLE usage_reply ALTER COLUMN tenant_id DROP NOT NULL;
ALTER TABLE collection_mark ALTER COLUMN tenant_id DROP NOT NULL;
ALTER TABLE lost_usage ALTER COLUMN tenant_id DROP NOT NULL;
ALTER TABLE usage_settlement ALTER COLUMN tenant_id DROP NOT NULL;
ALTER TABLE usage_day DROP CONSTRAINT usage_day_pkey, ALTER COLUMN tenant_id DROP NOT NULL;
CREATE UNIQUE INDEX usage_day_once ON usage_day (tenant_id, day, turn_key_id) NULLS NOT DISTINCT;
CREATE INDEX usage_day_of_nobody ON usage_day (turn_key_id) WHERE tenant_id IS NULL;
