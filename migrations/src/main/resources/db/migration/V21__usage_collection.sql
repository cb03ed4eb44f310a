ALTER TABLE collection_mark ADD COLUMN since timestamptz, ADD COLUMN retention_seconds bigint;
-- Of what was read before, no more is claimed than what is in the ledger.
SELECT set_config('turnpike.reach', 'all', true);
UPDATE collection_mark AS mark SET since = (
  SELECT min(window_start) FROM usage_record AS line WHERE line.turn_key_id = mark.turn_key_id);

-- What Cloudflare kept no longer when it was read.
CREATE TABLE lost_usage (
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  tenant_id uuid NOT NULL REFERENCES tenant,
  range_start timestamptz NOT NULL,
  range_end timestamptz NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (turn_key_id, range_start),
  CHECK (range_start < range_end)
);
CREATE INDEX lost_usage_of_tenant ON lost_usage (tenant_id);
SELECT keep_append_only('lost_usage');
GRANT SELECT, INSERT ON lost_usage TO "${app_role}";

-- How many queries an account has been asked, and until when it is left alone: whichever node collects next goes on from there.
CREATE TABLE collection_pace (
  account_id uuid PRIMARY KEY REFERENCES cloudflare_account,
  queries integer NOT NULL CHECK (queries >= 0),
  most integer NOT NULL,
  counted_at timestamptz NOT NULL,
  rests_until timestamptz,
  problem text
);
GRANT SELECT, INSERT, UPDATE ON collection_pace TO "${app_role}";

-- What the ledger came to when a period was brought to the one sum that Cloudflare gives of it.
CREATE TABLE usage_settlement (
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  tenant_id uuid NOT NULL REFERENCES tenant,
  period_start timestamptz NOT NULL,
  period_end timestamptz NOT NULL,
  egress_bytes bigint NOT NULL,
  ingress_bytes bigint NOT NULL,
  settled_at timestamptz NOT NULL,
  PRIMARY KEY (turn_key_id, period_start, period_end),
  CHECK (period_start < period_end)
);
SELECT put_behind_the_wall('usage_settlement');
GRANT SELECT, INSERT ON usage_settlement TO "${app_role}";
GRANT UPDATE (egress_bytes, ingress_bytes, settled_at) ON usage_settlement TO "${app_role}";
