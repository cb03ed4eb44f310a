-- Who is new and when a TURN key last served are asked of a table of millions. A BRIN index leaves out what came since the last VACUUM.
CREATE INDEX credential_grant_of_key ON credential_grant (turn_key_id, issued_at);
DROP INDEX credential_grant_issued;
