-- What a tenant leaves in 90 days: grants of people who come back every nine days, with what is written beside each.
-- %1$s is the tenant's slug, %2$d how many grants.
CREATE TEMPORARY TABLE seeded AS
SELECT (lpad(to_hex((extract(epoch FROM g.at) * 1000)::bigint), 12, '0')
    || '7' || substr(md5(g.i::text), 1, 3) || '8' || substr(md5(g.i::text), 4, 15))::uuid AS id,
  t.id AS tenant, k.id AS turn_key, a.id AS api_key, g.i, g.at, g.at + interval '1 day' AS expires,
  'seeded-' || g.i %% 100000 AS identifier
FROM (SELECT i, now() - i * (interval '90 days' / %2$d) AS at FROM generate_series(%2$d, 1, -1) i) g
JOIN tenant t ON t.slug = '%1$s'
JOIN turn_key k ON k.tenant_id = t.id
JOIN api_key a ON a.tenant_id = t.id;

INSERT INTO credential_grant (id, tenant_id, turn_key_id, api_key_id, username, custom_identifier, upstream_identifier, address, source,
  issued_at, expires_at, ttl_seconds, version)
SELECT id, tenant, turn_key, api_key, md5('username ' || i), identifier, identifier, '192.0.2.1', 'MINTED', at, expires, 86400, 0
FROM seeded ORDER BY at;

INSERT INTO held_credential (grant_id, api_key_id, custom_identifier, ttl_seconds, ice_servers, issued_at, expires_at)
SELECT id, api_key, identifier, 86400, repeat('sealed', 100), at, expires
FROM seeded WHERE expires > now() ORDER BY at;

INSERT INTO audit_entry (id, at, actor_kind, actor_id, actor_name, actor_address, tenant_id, action, subject, detail)
SELECT id, at, 'API_KEY', api_key, 'Test', '192.0.2.1', tenant, 'credential.issued', 'production', 'grant ' || id
FROM seeded ORDER BY at;

ANALYZE;
