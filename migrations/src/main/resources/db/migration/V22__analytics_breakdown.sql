-- Usage by who and where, for display: no ledger, so hours that are read again are replaced.

-- Custom identifiers are personal data, and this is their only place beside the grants: erasing a person deletes a row here,
-- and what refers to it stays. That is why nothing references it by a foreign key.
CREATE TABLE usage_identifier (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  identifier text NOT NULL,
  last_hour timestamptz NOT NULL,
  UNIQUE (turn_key_id, identifier)
);

CREATE TABLE usage_by_identifier (
  tenant_id uuid NOT NULL REFERENCES tenant,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  hour_start timestamptz NOT NULL,
  identifier_id bigint NOT NULL,
  egress_bytes bigint NOT NULL CHECK (egress_bytes >= 0),
  ingress_bytes bigint NOT NULL CHECK (ingress_bytes >= 0),
  PRIMARY KEY (turn_key_id, hour_start, identifier_id)
);
CREATE INDEX usage_by_identifier_of_tenant ON usage_by_identifier (tenant_id, hour_start);

CREATE TABLE usage_by_place (
  tenant_id uuid NOT NULL REFERENCES tenant,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  hour_start timestamptz NOT NULL,
  country text NOT NULL,
  city text NOT NULL,
  egress_bytes bigint NOT NULL CHECK (egress_bytes >= 0),
  ingress_bytes bigint NOT NULL CHECK (ingress_bytes >= 0),
  PRIMARY KEY (turn_key_id, hour_start, country, city)
);
CREATE INDEX usage_by_place_of_tenant ON usage_by_place (tenant_id, hour_start);

CREATE TABLE usage_connections (
  tenant_id uuid NOT NULL REFERENCES tenant,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  hour_start timestamptz NOT NULL,
  peak numeric NOT NULL CHECK (peak >= 0),
  mean numeric NOT NULL CHECK (mean >= 0),
  PRIMARY KEY (turn_key_id, hour_start)
);
CREATE INDEX usage_connections_of_tenant ON usage_connections (tenant_id, hour_start);

-- All hours of a key that were read, without a gap.
CREATE TABLE usage_broken_down (
  turn_key_id uuid PRIMARY KEY REFERENCES turn_key,
  tenant_id uuid NOT NULL REFERENCES tenant,
  since timestamptz NOT NULL,
  through timestamptz NOT NULL CHECK (through > since)
);

SELECT put_behind_the_wall('usage_identifier'), put_behind_the_wall('usage_by_identifier'),
  put_behind_the_wall('usage_by_place'), put_behind_the_wall('usage_connections'), put_behind_the_wall('usage_broken_down');

GRANT SELECT, INSERT, UPDATE, DELETE ON usage_identifier, usage_broken_down TO "${app_role}";
GRANT SELECT, INSERT, DELETE ON usage_by_identifier, usage_by_place, usage_connections TO "${app_role}";
