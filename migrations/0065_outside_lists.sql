-- Revocation lists of authorities that are neither ours nor a partner's: those above time-stamps and above certificates of people's own.
-- Each is asked for at the address that stands in the certificate, when a signed document is to be preserved.

create table outside_list (
  address text primary key constraint outside_list_is_of_the_web check (address ~ '^https?://' and length(address) <= 500),
  -- The last one that came; null before that.
  der bytea,
  fetched_at timestamptz,
  next_update timestamptz,
  -- When it is asked for next; null where nobody waits for it.
  due_at timestamptz,
  attempts integer not null default 0,
  -- Why the last attempt failed.
  last_error text,
  constraint outside_list_was_fetched check ((der is null) = (fetched_at is null))
);
