-- What entries of partners' logs say in clear, as their nodes told us of agreements we concluded together: with it and our copy of
-- their log we can prove their entries without their node. Whether it is true is checked against the copy whenever it is used.
create table tlog_partner_event (
  origin text not null references tlog,
  index bigint not null constraint tlog_partner_event_index_counts_from_zero check (index >= 0),
  event text not null constraint tlog_partner_event_is_named check (event <> ''),
  about_kind text not null,
  about_id text not null,
  at timestamptz not null,
  salt bytea not null constraint tlog_partner_event_salt_is_long check (length(salt) = 32),
  facts jsonb not null,
  told_at timestamptz not null,
  primary key (origin, index)
);
create index tlog_partner_event_about on tlog_partner_event (about_kind, about_id);
