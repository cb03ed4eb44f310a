-- Whether browsers may report how the tenant's calls fare.
ALTER TABLE tenant
  ADD relay_reports boolean NOT NULL DEFAULT false;

-- How calls fared, as the browsers that made them told: the latest report of each. Nothing here leads to a person: the id of a call
-- is random, and neither the grant nor an identifier nor an address is kept.
CREATE TABLE relay_call (
  tenant_id uuid NOT NULL REFERENCES tenant,
  call_id uuid NOT NULL,
  sequence integer NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  -- A call has a route, or its join failed.
  route text,
  transport text,
  failure text,
  country text NOT NULL,
  seconds bigint NOT NULL CHECK (seconds >= 0),
  round_trip_ms integer CHECK (round_trip_ms >= 0),
  jitter_ms integer CHECK (jitter_ms >= 0),
  packets_received bigint NOT NULL CHECK (packets_received >= 0),
  packets_lost bigint NOT NULL CHECK (packets_lost >= 0),
  bytes_received bigint NOT NULL CHECK (bytes_received >= 0),
  bytes_sent bigint NOT NULL CHECK (bytes_sent >= 0),
  peak_new_peers bigint NOT NULL CHECK (peak_new_peers >= 0),
  peak_packets bigint NOT NULL CHECK (peak_packets >= 0),
  peak_bits bigint NOT NULL CHECK (peak_bits >= 0),
  PRIMARY KEY (tenant_id, call_id),
  CHECK ((route IS NULL) <> (failure IS NULL))
);
CREATE INDEX relay_call_of_tenant ON relay_call (tenant_id, first_at);

SELECT put_behind_the_wall('relay_call');

GRANT SELECT, INSERT, UPDATE, DELETE ON relay_call TO "${app_role}";
