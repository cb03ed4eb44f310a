-- What may be handed out again; the password is encrypted, and the row goes when the grant ends.
CREATE TABLE held_credential (
  grant_id uuid PRIMARY KEY REFERENCES credential_grant ON DELETE CASCADE,
  api_key_id uuid NOT NULL REFERENCES api_key,
  custom_identifier text NOT NULL,
  ttl_seconds integer NOT NULL,
  ice_servers text NOT NULL,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX held_credential_of_holder ON held_credential (api_key_id, custom_identifier, ttl_seconds, expires_at);
CREATE INDEX held_credential_expiry ON held_credential (expires_at);

GRANT SELECT, INSERT, DELETE ON held_credential TO "${app_role}";
