CREATE TABLE credential_grant (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  api_key_id uuid NOT NULL REFERENCES api_key,
  username text NOT NULL,
  custom_identifier text,
  address text,
  source text NOT NULL,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  version bigint NOT NULL
);
CREATE INDEX credential_grant_of_tenant ON credential_grant (tenant_id, id);
CREATE INDEX credential_grant_of_identifier ON credential_grant (tenant_id, custom_identifier);
CREATE INDEX credential_grant_live ON credential_grant (turn_key_id, expires_at) WHERE revoked_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON credential_grant TO "${app_role}";
