-- Where notifications go. One that was removed stays for what was sent to it, without its secret.
CREATE TABLE notification_destination (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  name text NOT NULL,
  target text NOT NULL,
  secret text,
  created_at timestamptz NOT NULL,
  removed_at timestamptz
);
GRANT SELECT, INSERT, UPDATE ON notification_destination TO "${app_role}";

-- The outbox: an alert on its way to one destination, written with the fact that it tells.
CREATE TABLE notification (
  id uuid PRIMARY KEY,
  destination_id uuid NOT NULL REFERENCES notification_destination,
  type text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  facts text NOT NULL,
  created_at timestamptz NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL CHECK (attempts >= 0),
  waiting_since timestamptz NOT NULL,
  next_try_at timestamptz,
  delivered_at timestamptz,
  problem text,
  version bigint NOT NULL,
  CHECK ((state = 'WAITING') = (next_try_at IS NOT NULL)),
  CHECK ((state = 'DELIVERED') = (delivered_at IS NOT NULL))
);
CREATE INDEX notification_due ON notification (next_try_at) WHERE next_try_at IS NOT NULL;
CREATE INDEX notification_of_destination ON notification (destination_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON notification TO "${app_role}";

-- What firewalls are open for against what the DNS says: one row. Addresses with a blank between.
CREATE TABLE address_watch (
  id integer PRIMARY KEY CHECK (id = 1),
  opened text NOT NULL,
  ipv4_addresses text,
  ipv4_seen_at timestamptz,
  ipv4_problem text,
  ipv6_addresses text,
  ipv6_seen_at timestamptz,
  ipv6_problem text,
  looked_at timestamptz,
  countdown_since timestamptz,
  countdown_until timestamptz CHECK (countdown_until > countdown_since),
  countdown_addresses text,
  countdown_told_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  version bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON address_watch TO "${app_role}";
