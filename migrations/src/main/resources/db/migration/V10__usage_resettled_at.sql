ALTER TABLE collection_mark ADD COLUMN resettled_at timestamptz;
