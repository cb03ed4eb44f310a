-- Whether an API key may stand in the URL of the TURN REST draft, and so in logs of proxies.
ALTER TABLE tenant
  ADD key_in_url boolean NOT NULL DEFAULT false;
