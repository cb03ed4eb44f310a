CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  actor_address text,
  tenant_id uuid,
  action text NOT NULL,
  subject text NOT NULL,
  detail text
);
CREATE INDEX audit_entry_of_tenant ON audit_entry (tenant_id, id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON audit_entry TO "${app_role}";
