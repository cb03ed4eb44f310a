-- Minted ahead; the password is encrypted, and the row goes when the credential is handed out.
CREATE TABLE reserve_credential (
  id uuid PRIMARY KEY,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  ttl_seconds integer NOT NULL,
  upstream_identifier text NOT NULL,
  ice_servers text NOT NULL,
  minted_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX reserve_credential_of_key ON reserve_credential (turn_key_id, minted_at);

-- UPDATE for the lock of a row that is being taken.
GRANT SELECT, INSERT, UPDATE, DELETE ON reserve_credential TO "${app_role}";

-- Cloudflare knows what comes from the reserve by an identifier of its own.
ALTER TABLE credential_grant ADD COLUMN upstream_identifier text;
UPDATE credential_grant SET upstream_identifier = custom_identifier;

ALTER TABLE credential_grant ADD COLUMN ttl_seconds integer;
UPDATE credential_grant SET ttl_seconds = round(extract(epoch FROM expires_at - issued_at));
ALTER TABLE credential_grant ALTER COLUMN ttl_seconds SET NOT NULL;

CREATE INDEX credential_grant_issued ON credential_grant USING brin (issued_at);
