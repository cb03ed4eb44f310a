CREATE TABLE rate_plan (
  code text PRIMARY KEY,
  name text NOT NULL,
  currency text NOT NULL,
  unit_price numeric(19, 6) NOT NULL CHECK (unit_price >= 0),
  free_gigabytes numeric(19, 9) NOT NULL CHECK (free_gigabytes >= 0),
  -- Decimal or binary: any other divisor has quotients that no decimal writes exactly.
  bytes_per_gigabyte bigint NOT NULL CHECK (bytes_per_gigabyte IN (1000000000, 1073741824))
);
-- Cloudflare's own list price, per tenant.
INSERT INTO rate_plan VALUES ('standard', 'Standard', 'USD', 0.05, 1000, 1000000000);

GRANT SELECT ON rate_plan TO "${app_role}";
