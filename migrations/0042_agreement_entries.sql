-- The register of agreements: every agreement there is between us and a partner, however it was signed.

create table agreement_entry (
  id uuid primary key,
  -- The agreement negotiated and signed on this node; null for one signed elsewhere, in ink or before.
  agreement uuid unique references agreement,
  partner text not null references institution,
  parent uuid references agreement_entry,
  -- A successor in a chain of renewals.
  renews uuid references agreement_entry,
  kind text not null constraint entry_kind_is_known check (kind in ('memorandum', 'key', 'exchange', 'joint_training',
    'joint_degree', 'research', 'seed_fund', 'data_sharing', 'amendment', 'extension', 'other')),
  -- Each side's own title, type and reference number for the same agreement.
  title_en text not null,
  title_zh text not null,
  reference text not null default '',
  their_title text not null default '',
  their_type text not null default '',
  their_reference text not null default '',
  signed_how text not null constraint entry_signing_is_known check (signed_how in ('here', 'ink', 'elsewhere')),
  signed_on date,
  effective_on date,
  -- Null: open-ended; then a review date must stand.
  ends_on date,
  review_on date,
  -- Months before the end by which either side must say that it will not renew.
  notice_months integer constraint entry_notice_is_months check (notice_months between 0 and 36),
  terminated_on date,
  prevails text not null default 'both' constraint entry_prevails_is_known check (prevails in ('both', 'en', 'zh', 'other')),
  fields text not null default '',
  units text not null default '',
  obligations text not null default '',
  -- Ours alone.
  note text not null default '',
  revision integer not null default 1,
  created_at timestamptz not null,
  constraint entry_has_a_title check (title_en <> '' or title_zh <> ''),
  constraint entry_ends_after_it_begins check (ends_on is null or effective_on is null or ends_on >= effective_on),
  constraint entry_without_end_has_a_review check (ends_on is not null or review_on is not null or terminated_on is not null),
  constraint entry_is_not_its_own_parent check (parent <> id and renews <> id)
);
create index agreement_entry_by_partner on agreement_entry (partner);
create index agreement_entry_by_end on agreement_entry (coalesce(terminated_on, ends_on, 'infinity'::date), id);
create index agreement_entry_by_parent on agreement_entry (parent);

-- What an entry is found by: titles, references, fields, units, obligations and the text of its files. Apart, so that lists and
-- counts read narrow rows.
create table agreement_entry_text (
  entry uuid primary key references agreement_entry,
  haystack text not null,
  terms text[] not null
);
create index agreement_entry_text_by_term on agreement_entry_text using gin (terms);
create index agreement_entry_text_by_word on agreement_entry_text using gin (haystack gin_trgm_ops);

create table agreement_entry_file (
  id uuid primary key,
  entry uuid not null references agreement_entry,
  file text not null references file,
  name text not null,
  kind text not null constraint entry_file_kind_is_known check (kind in ('signed', 'draft', 'translation', 'annex', 'other')),
  added_at timestamptz not null,
  by_name text not null,
  -- What stands in it, as far as it could be read.
  text text not null,
  constraint entry_file_once unique (entry, file)
);

-- A reminder that was given: one rule, one entry, one date, once.
create table entry_reminder (
  entry uuid not null references agreement_entry,
  rule text not null,
  for_date date not null,
  told_at timestamptz not null,
  primary key (entry, rule, for_date)
);

-- Filters someone wants again.
create table saved_view (
  id uuid primary key,
  account uuid not null references account,
  page text not null,
  name text not null constraint saved_view_has_a_name check (name <> ''),
  query text not null,
  constraint saved_view_once unique (account, page, name)
);
