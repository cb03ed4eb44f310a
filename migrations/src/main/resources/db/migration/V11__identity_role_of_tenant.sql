-- Roles for tenants that never were open nothing: they go.
DELETE FROM user_role WHERE tenant_id IS NOT NULL AND NOT EXISTS (SELECT FROM tenant WHERE tenant.id = user_role.tenant_id);
ALTER TABLE user_role ADD CONSTRAINT user_role_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant;
