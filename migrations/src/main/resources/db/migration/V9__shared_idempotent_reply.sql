CREATE TABLE idempotent_reply (
  caller uuid NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  taken_at timestamptz NOT NULL,
  status integer,
  id text,
  location text,
  body text,
  PRIMARY KEY (caller, key)
);
CREATE INDEX idempotent_reply_taken ON idempotent_reply (taken_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotent_reply TO "${app_role}";
