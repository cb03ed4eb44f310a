-- Moves whenever something was disabled; every application looks at it each second.
CREATE TABLE epoch (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  number bigint NOT NULL
);
INSERT INTO epoch (number) VALUES (0);

-- For tables that only grow, whoever asks: the owner's role too, unless it drops the trigger.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

GRANT SELECT, UPDATE ON epoch TO "${app_role}";
