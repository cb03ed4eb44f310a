-- Usage of credentials that were never issued, are over, or carry more than one credential can.
CREATE TABLE possible_leak (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  username text NOT NULL,
  reason text NOT NULL,
  -- Grants are forgotten earlier than this.
  grant_id uuid,
  first_hour timestamptz NOT NULL,
  last_hour timestamptz NOT NULL CHECK (last_hour >= first_hour),
  hours integer NOT NULL CHECK (hours > 0),
  egress_bytes bigint NOT NULL CHECK (egress_bytes >= 0),
  ingress_bytes bigint NOT NULL CHECK (ingress_bytes >= 0),
  question text NOT NULL,
  asked_at timestamptz NOT NULL,
  reply_sha256 text NOT NULL,
  noted_at timestamptz NOT NULL,
  dismissed_at timestamptz,
  dismissed_by text,
  dismissed_why text,
  version bigint NOT NULL
);
-- What comes later adds to the one that is open.
CREATE UNIQUE INDEX possible_leak_open ON possible_leak (turn_key_id, username, reason) WHERE dismissed_at IS NULL;
CREATE INDEX possible_leak_of_tenant ON possible_leak (tenant_id, id);

-- Until when a key's hours were examined; it moves with what was found in them.
CREATE TABLE leak_watch (
  turn_key_id uuid PRIMARY KEY REFERENCES turn_key,
  tenant_id uuid NOT NULL REFERENCES tenant,
  examined_through timestamptz NOT NULL
);

SELECT put_behind_the_wall('possible_leak'), put_behind_the_wall('leak_watch');

GRANT SELECT, INSERT, UPDATE, DELETE ON possible_leak TO "${app_role}";
GRANT SELECT, INSERT, UPDATE ON leak_watch TO "${app_role}";
