-- When each of the account's queries was made: of nodes that take turns, none counts what it knows once more. The former release goes on
-- counting in "queries".
ALTER TABLE collection_pace ADD COLUMN asked timestamptz[] NOT NULL DEFAULT '{}';
