-- Wakes the delivery of the outbox when the transaction that queued something commits.

create function tell_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end
$$;

create trigger outbox_tells after insert on outbox for each statement execute function tell_outbox();
