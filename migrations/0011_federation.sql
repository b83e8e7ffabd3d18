-- The node's own key, the partner nodes it is paired with, and what has come from them.

create table own_key (
  name text primary key,
  public text not null,
  sealed bytea not null,
  created_at timestamptz not null
);

create table peer (
  institution text primary key references institution,
  address text not null,
  site text not null,
  key text not null,
  root_certificate text not null,
  accent text not null constraint peer_accent_is_a_colour check (accent ~ '^#[0-9a-f]{6}$'),
  fingerprint text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  last_heard_at timestamptz,
  constraint peer_confirmation_has_author_and_time check ((confirmed_by is null) = (confirmed_at is null))
);

create table peer_nonce (
  institution text not null references peer on delete cascade,
  nonce text not null,
  at timestamptz not null,
  primary key (institution, nonce)
);
create index peer_nonce_by_time on peer_nonce (at);

create table inbox (
  message_id text primary key constraint inbox_id_is_a_sha256 check (message_id ~ '^[0-9a-f]{64}$'),
  institution text not null references peer,
  kind text not null,
  about text not null,
  received_at timestamptz not null,
  answer_body text,
  answer_headers jsonb
);

create table stranger_refusal (
  day date not null,
  reason text not null,
  count integer not null default 1,
  primary key (day, reason)
);
