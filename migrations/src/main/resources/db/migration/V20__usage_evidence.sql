-- Cloudflare's answers as they came: whence each line of the ledger is. Their id is a hash of what they say.
CREATE TABLE usage_reply (
  id uuid PRIMARY KEY,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  tenant_id uuid NOT NULL REFERENCES tenant,
  range_start timestamptz NOT NULL,
  range_end timestamptz NOT NULL,
  question text NOT NULL,
  asked_at timestamptz NOT NULL,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  body bytea NOT NULL,
  CHECK (range_start < range_end)
);
CREATE INDEX usage_reply_of_key ON usage_reply (turn_key_id, range_start, range_end, asked_at);
-- The body is deflated already.
ALTER TABLE usage_reply ALTER COLUMN body SET STORAGE EXTERNAL;

SELECT keep_append_only('usage_reply'), put_behind_the_wall('usage_reply');
GRANT SELECT, INSERT ON usage_reply TO "${app_role}";

-- No foreign key to the reply, which would cost each line a look-up: replies cannot go, and verify looks for them.
ALTER TABLE usage_record
  ADD COLUMN reply_id uuid,
  ADD COLUMN egress_lower bigint,
  ADD COLUMN egress_upper bigint,
  ADD COLUMN sample_size bigint,
  ADD COLUMN settlement boolean NOT NULL DEFAULT false;
ALTER TABLE usage_record
  ADD CHECK (num_nulls(egress_lower, egress_upper, sample_size) IN (0, 3)),
  DROP CONSTRAINT usage_record_once,
  ADD CONSTRAINT usage_record_once UNIQUE (turn_key_id, window_start, window_end, settlement, revision);
