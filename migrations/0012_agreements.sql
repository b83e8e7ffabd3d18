-- Agreements: our copy of the shared text in its versions, what each side says of it, and who decided what.

create table agreement (
  id uuid primary key,
  partner text not null references institution,
  kind text not null constraint agreement_kind_is_known check (kind in ('key', 'general')),
  demonstration boolean not null,
  state text not null constraint agreement_state_is_known check (state in (
    'drafting', 'negotiating', 'frozen', 'approved', 'signing', 'concluded')),
  turn text not null constraint agreement_turn_is_a_side check (turn in ('ours', 'theirs')),
  turn_since timestamptz not null,
  version integer not null default 0,
  round integer not null default 0,
  draft jsonb,
  draft_revision integer not null default 0,
  frozen_text_hash text,
  frozen_document_hash text,
  frozen_at timestamptz,
  concluded_at timestamptz,
  created_at timestamptz not null,
  constraint agreement_frozen_has_hashes check (
    state in ('drafting', 'negotiating') or (frozen_text_hash is not null and frozen_document_hash is not null and frozen_at is not null)),
  constraint agreement_concluded_has_time check ((state = 'concluded') = (concluded_at is not null))
);

create table agreement_label (
  agreement uuid not null references agreement,
  side text not null constraint agreement_label_side check (side in ('ours', 'theirs')),
  title_en text not null,
  title_zh text not null,
  type_en text not null,
  type_zh text not null,
  reference text not null,
  primary key (agreement, side)
);

create table agreement_version (
  agreement uuid not null references agreement,
  number integer not null,
  side text not null constraint agreement_version_side check (side in ('ours', 'theirs')),
  text jsonb not null,
  text_hash text not null,
  note text not null default '',
  by_name text not null,
  sent_at timestamptz not null,
  primary key (agreement, number)
);

create table agreement_author (
  agreement uuid not null references agreement,
  account uuid not null references account,
  primary key (agreement, account)
);

create table agreement_comment (
  id uuid primary key,
  agreement uuid not null references agreement,
  version integer not null,
  clause text,
  side text not null constraint agreement_comment_side check (side in ('ours', 'theirs')),
  by_name text not null,
  body text not null constraint agreement_comment_says_something check (body <> ''),
  internal boolean not null default false,
  at timestamptz not null,
  constraint agreement_comment_theirs_is_shared check (side = 'ours' or not internal)
);

create table agreement_freeze (
  agreement uuid not null references agreement,
  version integer not null,
  round integer not null,
  side text not null constraint agreement_freeze_side check (side in ('ours', 'theirs')),
  text_hash text not null,
  document_hash text not null,
  by_name text not null,
  at timestamptz not null,
  refused jsonb,
  primary key (agreement, version, round, side)
);

create table agreement_document (
  agreement uuid not null references agreement,
  version integer not null,
  round integer not null,
  side text not null constraint agreement_document_side check (side in ('ours', 'theirs')),
  sha256 text not null,
  comparison jsonb,
  primary key (agreement, version, round, side)
);

create table agreement_pin (
  agreement uuid not null references agreement,
  seat text not null,
  side text not null constraint agreement_pin_side check (side in ('ours', 'theirs')),
  pin jsonb not null,
  at timestamptz not null,
  primary key (agreement, seat)
);

create table agreement_signatory (
  agreement uuid not null references agreement,
  seat text not null,
  account uuid not null references account,
  primary key (agreement, seat)
);

create table agreement_approval (
  id bigint generated always as identity primary key,
  agreement uuid not null references agreement,
  version integer not null,
  round integer not null,
  side text not null constraint agreement_approval_side check (side in ('ours', 'theirs')),
  step text not null,
  text_hash text not null,
  seats_hash text not null,
  account uuid references account,
  by_name text not null,
  at timestamptz not null,
  cleared_at timestamptz,
  cleared_because text,
  constraint agreement_approval_cleared_says_why check ((cleared_at is null) = (cleared_because is null))
);
create unique index agreement_approval_once on agreement_approval (agreement, side, step) where cleared_at is null;

create table agreement_reopening (
  agreement uuid not null references agreement,
  version integer not null,
  round integer not null,
  side text not null constraint agreement_reopening_side check (side in ('ours', 'theirs')),
  reason text not null constraint agreement_reopening_has_a_reason check (reason <> ''),
  by_name text not null,
  at timestamptz not null,
  primary key (agreement, version, round, side)
);
