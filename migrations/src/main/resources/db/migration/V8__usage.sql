CREATE TABLE usage_record (
  posting bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  tenant_id uuid NOT NULL REFERENCES tenant,
  window_start timestamptz NOT NULL,
  window_end timestamptz NOT NULL,
  revision integer NOT NULL CHECK (revision >= 0),
  egress_bytes bigint NOT NULL,
  ingress_bytes bigint NOT NULL,
  read_egress_bytes bigint NOT NULL CHECK (read_egress_bytes >= 0),
  read_ingress_bytes bigint NOT NULL CHECK (read_ingress_bytes >= 0),
  posted_at timestamptz NOT NULL,
  CHECK (window_end = window_start + interval '15 minutes'),
  -- A second append of the same line is a no-op by this key.
  CONSTRAINT usage_record_once UNIQUE (turn_key_id, window_start, window_end, revision)
);
CREATE INDEX usage_record_of_tenant ON usage_record (tenant_id, window_start) INCLUDE (turn_key_id, egress_bytes, ingress_bytes);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON usage_record EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON usage_record TO "${app_role}";

CREATE TABLE collection_mark (
  turn_key_id uuid PRIMARY KEY REFERENCES turn_key,
  tenant_id uuid NOT NULL REFERENCES tenant,
  complete_through timestamptz,
  collected_at timestamptz,
  problem text,
  version bigint NOT NULL
);
CREATE INDEX collection_mark_of_tenant ON collection_mark (tenant_id);

-- Windows that had usage and were missing when last read.
CREATE TABLE vanished_window (
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  window_start timestamptz NOT NULL,
  PRIMARY KEY (turn_key_id, window_start)
);

CREATE TABLE lease (
  work text PRIMARY KEY,
  fence bigint NOT NULL,
  expires_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON collection_mark, lease TO "${app_role}";
GRANT SELECT, INSERT, DELETE ON vanished_window TO "${app_role}";
