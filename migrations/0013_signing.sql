-- Signing sessions: who read, consented, signed and ended; the node's signing authority and its office-holders' certificates.

create table signing_session (
  id text primary key constraint signing_session_id_is_a_sha256 check (id ~ '^[0-9a-f]{64}$'),
  agreement uuid not null references agreement,
  attempt integer not null,
  state text not null constraint signing_session_state_is_known check (state in ('open', 'ended', 'concluded')),
  text_hash text not null,
  document_hash text not null,
  seats_hash text not null,
  opened_by text not null constraint signing_session_opened_by_a_side check (opened_by in ('ours', 'theirs')),
  opened_by_name text not null,
  opened_at timestamptz not null,
  deadline timestamptz not null,
  concluded_at timestamptz,
  constraint signing_session_concluded_has_time check ((state = 'concluded') = (concluded_at is not null))
);
create unique index signing_session_one_open on signing_session (agreement) where state = 'open';
create unique index signing_session_one_concluded on signing_session (agreement) where state = 'concluded';

create table signing_ending (
  session text not null references signing_session,
  side text not null constraint signing_ending_side check (side in ('ours', 'theirs')),
  kind text not null constraint signing_ending_kind_is_known check (kind in ('declined', 'withdrawn', 'lapsed', 'not_opened')),
  reason text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (session, side),
  constraint signing_ending_gives_a_reason check (kind = 'lapsed' or reason <> '')
);

create table signing_question (
  session text primary key references signing_session,
  kind text not null constraint signing_question_kind_is_known check (kind in ('declined', 'withdrawn', 'lapsed')),
  reason text not null,
  by_name text not null,
  at timestamptz not null
);

create table signing_reading (
  session text not null references signing_session,
  seat text not null,
  at timestamptz not null,
  primary key (session, seat)
);

create table signing_consent (
  session text not null references signing_session,
  seat text not null,
  side text not null constraint signing_consent_side check (side in ('ours', 'theirs')),
  method text not null constraint signing_consent_method_is_known check (method in ('passkey', 'code')),
  statement jsonb not null,
  assertion jsonb,
  at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (session, seat),
  constraint signing_consent_passkey_has_assertion check ((method = 'passkey') = (assertion is not null)),
  constraint signing_consent_acknowledged_is_ours check (acknowledged_at is null or side = 'ours')
);

create table signing_revision (
  session text not null references signing_session,
  number integer not null constraint signing_revision_counts_from_one check (number >= 1),
  seat text not null,
  side text not null constraint signing_revision_side check (side in ('ours', 'theirs')),
  sha256 text not null,
  previous_sha256 text not null,
  signed_at timestamptz not null,
  stored_at timestamptz not null,
  primary key (session, number),
  constraint signing_revision_one_signature_a_seat unique (session, seat)
);

create table signing_authority (
  only_one boolean primary key default true constraint signing_authority_is_one check (only_one),
  certificate text not null,
  sealed bytea not null,
  created_at timestamptz not null
);

create table signing_certificate (
  id uuid primary key,
  holder text not null,
  certificate text not null,
  sealed bytea not null,
  not_after timestamptz not null,
  created_at timestamptz not null
);
create index signing_certificate_by_holder on signing_certificate (holder, not_after desc);
