-- Reminders: to whom what was told, how each person wants to be told, and what was decided so that no more is told.

-- One reminder, one person, once.
create table reminder_told (
  account uuid not null references account,
  key text not null constraint reminder_has_a_key check (key <> ''),
  told_at timestamptz not null,
  primary key (account, key)
);
-- What officers were told before each person was told by themselves is not told again.
insert into reminder_told
  select distinct role.account_id, 'entry:' || entry || ':' || rule || ':' || for_date, told_at
  from entry_reminder join role on role.name = 'officer';
drop table entry_reminder;

create table reminder_choice (
  account uuid primary key references account,
  how text not null constraint reminder_way_is_known check (how in ('at_once', 'daily', 'weekly')),
  -- Whose morning it is; '' for the university's own.
  zone text not null default '',
  -- Stands behind the address of the calendar; null: there is none. The address itself is derived with the node's secret key.
  feed uuid unique
);

-- What the office decided about an end or a review; reminders of that date stop.
create table entry_settlement (
  entry uuid not null references agreement_entry,
  of text not null constraint settlement_is_of_a_date check (of in ('end', 'review')),
  for_date date not null,
  decision text not null constraint settlement_is_known check (decision in ('let_end', 'renewing', 'reviewed')),
  note text not null default '',
  by_name text not null,
  at timestamptz not null,
  primary key (entry, of, for_date),
  constraint settlement_fits_its_date check ((of = 'review') = (decision = 'reviewed'))
);
