-- The application's role may read which migrations ran: it checks that at its start.
GRANT SELECT ON flyway_schema_history TO "${app_role}";
