-- The ledger anew: by month, chained line by line, summed by day, and behind a second wall.
CREATE TEMPORARY TABLE posted ON COMMIT DROP AS SELECT * FROM usage_record;
DROP TABLE usage_record;

CREATE TABLE usage_record (
  posting bigint NOT NULL,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  tenant_id uuid NOT NULL REFERENCES tenant,
  window_start timestamptz NOT NULL,
  window_end timestamptz NOT NULL,
  revision integer NOT NULL CHECK (revision >= 0),
  egress_bytes bigint NOT NULL,
  ingress_bytes bigint NOT NULL,
  read_egress_bytes bigint NOT NULL CHECK (read_egress_bytes >= 0),
  read_ingress_bytes bigint NOT NULL CHECK (read_ingress_bytes >= 0),
  posted_at timestamptz NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (posting, window_start),
  CHECK (window_end = window_start + interval '15 minutes'),
  CONSTRAINT usage_record_once UNIQUE (turn_key_id, window_start, window_end, revision)
) PARTITION BY RANGE (window_start);
CREATE INDEX usage_record_of_tenant ON usage_record (tenant_id, window_start);

-- The last line; whoever posts holds it, so that postings have an order and no gap.
CREATE TABLE ledger_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  posting bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32)
);

-- Sums of the lines by UTC day, kept in the transaction that posts the lines.
CREATE TABLE usage_day (
  tenant_id uuid NOT NULL REFERENCES tenant,
  day date NOT NULL,
  turn_key_id uuid NOT NULL REFERENCES turn_key,
  egress_bytes bigint NOT NULL,
  ingress_bytes bigint NOT NULL,
  PRIMARY KEY (tenant_id, day, turn_key_id)
);
CREATE INDEX usage_day_of_all ON usage_day (day);

-- The tenants whose usage the running transaction may touch; null for all.
CREATE FUNCTION reach() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  tenants text := coalesce(current_setting('turnpike.reach', true), '');
BEGIN
  RETURN CASE tenants WHEN 'all' THEN NULL WHEN 'none' THEN '{}' ELSE ('{' || tenants || '}')::uuid[] END;
END
$$;

-- A setting left from an earlier transaction is an empty text, which is no tenant and no list either.
CREATE FUNCTION reach_is_set() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF coalesce(current_setting('turnpike.reach', true), '') = '' THEN
    RAISE EXCEPTION 'usage is out of reach: no tenant is set' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN true;
END
$$;

CREATE FUNCTION put_behind_the_wall(usage regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', usage);
  EXECUTE format(
    'CREATE POLICY within_reach ON %s USING ((SELECT reach_is_set())'
    ' AND ((SELECT reach()) IS NULL OR tenant_id = ANY ((SELECT reach())::uuid[])))', usage);
END
$$;

-- The application posts as a role that may not change the schema: it asks for the month to be there.
CREATE FUNCTION open_usage_month(any_time timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  first timestamp := date_trunc('month', any_time AT TIME ZONE 'UTC');
  month text := 'usage_record_' || to_char(first, 'YYYY_MM');
BEGIN
  IF to_regclass(month) IS NULL THEN
    EXECUTE format(
      'CREATE TABLE %I PARTITION OF usage_record FOR VALUES FROM (%L) TO (%L)',
      month, first AT TIME ZONE 'UTC', (first + interval '1 month') AT TIME ZONE 'UTC');
    PERFORM keep_append_only(month::regclass);
    PERFORM put_behind_the_wall(month::regclass);
  END IF;
END
$$;

CREATE FUNCTION keep_append_only(lines regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s EXECUTE FUNCTION refuse_change()', lines);
END
$$;

-- What was posted before, in its order.
INSERT INTO ledger_head (posting, hash) VALUES (0, decode(repeat('00', 32), 'hex'));
DO $$
DECLARE
  line posted;
  number bigint := 0;
  last bytea := decode(repeat('00', 32), 'hex');
BEGIN
  PERFORM open_usage_month(month) FROM (SELECT DISTINCT date_trunc('month', window_start, 'UTC') FROM posted) AS months (month);
  PERFORM set_config('turnpike.reach', 'all', true);
  FOR line IN SELECT * FROM posted ORDER BY posting LOOP
    number := number + 1;
    last := sha256(
      last || int8send(number) || uuid_send(line.turn_key_id) || uuid_send(line.tenant_id)
      || int8send((extract(epoch FROM line.window_start) * 1000000)::bigint)
      || int8send((extract(epoch FROM line.window_end) * 1000000)::bigint)
      || int4send(line.revision) || int8send(line.egress_bytes) || int8send(line.ingress_bytes)
      || int8send(line.read_egress_bytes) || int8send(line.read_ingress_bytes)
      || int8send((extract(epoch FROM line.posted_at) * 1000000)::bigint));
    INSERT INTO usage_record VALUES (
      number, line.turn_key_id, line.tenant_id, line.window_start, line.window_end, line.revision, line.egress_bytes,
      line.ingress_bytes, line.read_egress_bytes, line.read_ingress_bytes, line.posted_at, last);
  END LOOP;
  UPDATE ledger_head SET posting = number, hash = last;
END
$$;
INSERT INTO usage_day
SELECT tenant_id, (window_start AT TIME ZONE 'UTC')::date, turn_key_id, sum(egress_bytes), sum(ingress_bytes)
FROM usage_record GROUP BY 1, 2, 3;

CREATE TABLE usage_record_of_no_month PARTITION OF usage_record DEFAULT;
SELECT keep_append_only('usage_record'), keep_append_only('usage_record_of_no_month');
SELECT put_behind_the_wall('usage_record'), put_behind_the_wall('usage_record_of_no_month'), put_behind_the_wall('usage_day');

GRANT SELECT, INSERT ON usage_record TO "${app_role}";
GRANT SELECT, INSERT ON usage_day TO "${app_role}";
GRANT UPDATE (egress_bytes, ingress_bytes) ON usage_day TO "${app_role}";
GRANT SELECT, UPDATE ON ledger_head TO "${app_role}";
