-- What an erased identifier leaves: a hash salted with its share's id, by which it is known again while Cloudflare still tells it. Without
-- that its usage would be read and counted once more.
ALTER TABLE turn_key_identifier
  ALTER COLUMN identifier DROP NOT NULL,
  ADD COLUMN erased text,
  ADD CONSTRAINT turn_key_identifier_one_of CHECK ((identifier IS NULL) <> (erased IS NULL));
