-- Lives in seconds; null: no rule but Cloudflare's own.
ALTER TABLE tenant
  ADD min_ttl integer,
  ADD max_ttl integer,
  ADD default_ttl integer,
  ADD when_unavailable text NOT NULL DEFAULT 'REFUSE';
ALTER TABLE api_key
  ADD max_ttl integer,
  ADD calls_per_minute integer,
  ADD burst integer;
