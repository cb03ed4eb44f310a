-- Cloudflare's own call revokes by username.
CREATE INDEX credential_grant_of_username ON credential_grant (tenant_id, username);
