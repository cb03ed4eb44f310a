CREATE TABLE epoch (
  number bigint NOT NULL
);
