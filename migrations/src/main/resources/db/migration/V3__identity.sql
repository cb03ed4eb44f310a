CREATE TABLE user_account (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  password_hash text,
  invitation_hash text UNIQUE,
  invitation_expires_at timestamptz,
  created_at timestamptz NOT NULL,
  disabled_at timestamptz,
  last_sign_in_at timestamptz,
  version bigint NOT NULL
);

CREATE TABLE user_role (
  user_id uuid NOT NULL REFERENCES user_account,
  role text NOT NULL,
  tenant_id uuid,
  UNIQUE NULLS NOT DISTINCT (user_id, role, tenant_id)
);

GRANT SELECT, INSERT, UPDATE ON user_account TO "${app_role}";
GRANT SELECT, INSERT, DELETE ON user_role TO "${app_role}";
