-- Columns of secrets hold what the application encrypted: see the class SecretConverter.
CREATE TABLE cloudflare_account (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  account_tag text NOT NULL UNIQUE,
  api_token text NOT NULL,
  analytics_token text,
  auth_scheme text NOT NULL,
  organization_id text,
  organization_api_key text,
  billing_day integer NOT NULL CHECK (billing_day BETWEEN 1 AND 31),
  rtc_url text NOT NULL,
  api_url text NOT NULL,
  mint_endpoint text NOT NULL,
  mint_url text,
  created_at timestamptz NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE tenant (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  slug text NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES cloudflare_account,
  time_zone text NOT NULL,
  rate_plan text NOT NULL REFERENCES rate_plan,
  status text NOT NULL,
  created_at timestamptz NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE api_key (
  id uuid PRIMARY KEY,
  tenant_id uuid REFERENCES tenant,
  name text NOT NULL,
  hash text NOT NULL UNIQUE,
  hint text NOT NULL,
  scopes text NOT NULL,
  allowed_networks text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  version bigint NOT NULL
);
CREATE INDEX api_key_of_tenant ON api_key (tenant_id);

GRANT SELECT, INSERT, UPDATE ON cloudflare_account, tenant, api_key TO "${app_role}";
