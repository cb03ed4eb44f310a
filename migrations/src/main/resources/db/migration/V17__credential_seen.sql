-- What each run of the credential service saw of minting. A run writes its own rows alone, whole, as often as it likes.
CREATE TABLE credential_node (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);

CREATE TABLE breaker_seen (
  node_id uuid NOT NULL REFERENCES credential_node ON DELETE CASCADE,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  breaker text NOT NULL,
  since timestamptz,
  not_before timestamptz,
  problem text,
  PRIMARY KEY (node_id, turn_key_id)
);

-- Tallies outlive their node: no reference to it.
CREATE TABLE minting_tally (
  window_start timestamptz NOT NULL,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  node_id uuid NOT NULL,
  minted bigint NOT NULL,
  failed bigint NOT NULL,
  turned_away bigint NOT NULL,
  ahead bigint NOT NULL,
  taken bigint NOT NULL,
  PRIMARY KEY (window_start, turn_key_id, node_id)
);

CREATE TABLE answer_tally (
  window_start timestamptz NOT NULL,
  tenant_id uuid NOT NULL REFERENCES tenant,
  node_id uuid NOT NULL,
  minted bigint NOT NULL,
  reused bigint NOT NULL,
  reserve bigint NOT NULL,
  fallback bigint NOT NULL,
  refused bigint NOT NULL,
  PRIMARY KEY (window_start, tenant_id, node_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON credential_node, breaker_seen, minting_tally, answer_tally TO "${app_role}";
