-- Links to the relay test: behind each stands an API key that nobody holds.
CREATE TABLE relay_test_link (
  api_key_id uuid PRIMARY KEY REFERENCES api_key,
  tenant_id uuid NOT NULL REFERENCES tenant,
  label text NOT NULL,
  hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  most_credentials integer NOT NULL CHECK (most_credentials > 0),
  credentials integer NOT NULL CHECK (credentials BETWEEN 0 AND most_credentials),
  results integer NOT NULL CHECK (results >= 0),
  version bigint NOT NULL
);
CREATE INDEX relay_test_link_of_tenant ON relay_test_link (tenant_id, expires_at);

-- What browsers told; no address, no name.
CREATE TABLE relay_test_result (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant,
  label text NOT NULL,
  told_at timestamptz NOT NULL,
  browser text
);
CREATE INDEX relay_test_result_of_tenant ON relay_test_result (tenant_id, id);
CREATE INDEX relay_test_result_by_age ON relay_test_result (told_at);

CREATE TABLE relay_test_leg (
  result_id uuid NOT NULL REFERENCES relay_test_result ON DELETE CASCADE,
  position integer NOT NULL,
  transport text NOT NULL,
  outcome text NOT NULL,
  round_trip_millis integer,
  lost_per_mille integer,
  kilobits_per_second integer,
  detail text,
  PRIMARY KEY (result_id, position)
);

GRANT SELECT, INSERT, UPDATE ON relay_test_link TO "${app_role}";
GRANT SELECT, INSERT, DELETE ON relay_test_result, relay_test_leg TO "${app_role}";
