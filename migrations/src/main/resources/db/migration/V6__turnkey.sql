CREATE TABLE turn_key (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant,
  account_id uuid NOT NULL REFERENCES cloudflare_account,
  uid text NOT NULL UNIQUE,
  name text NOT NULL,
  secret text NOT NULL,
  state text NOT NULL,
  created_at timestamptz NOT NULL,
  draining_since timestamptz,
  retired_at timestamptz,
  version bigint NOT NULL
);
CREATE INDEX turn_key_of_tenant ON turn_key (tenant_id);

GRANT SELECT, INSERT, UPDATE ON turn_key TO "${app_role}";
