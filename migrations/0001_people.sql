-- People of this node: accounts, roles, sessions, ways to sign in. Also the journal and the outbox every act writes to.

create table account (
  id uuid primary key default gen_random_uuid(),
  email text not null
    constraint account_email_is_an_address check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  name_latin text not null
    constraint account_has_a_latin_name check (btrim(name_latin) <> ''),
  name_native text
    constraint account_native_name_is_not_blank check (btrim(name_native) <> ''),
  language text not null
    constraint account_language_is_known check (language in ('en', 'zh')),
  created_at timestamptz not null,
  ended_at timestamptz
    constraint account_ends_after_it_began check (ended_at >= created_at)
);
-- One account per address, however it is written; an ended account keeps its address.
create unique index account_email_is_unique on account (lower(email));

create table role (
  account_id uuid not null references account,
  name text not null
    constraint role_name_is_known check (name in ('administrator', 'officer', 'approver', 'signatory', 'reader')),
  scope text not null default '',
  given_at timestamptz not null,
  primary key (account_id, name, scope),
  constraint role_of_an_approver_names_the_step check (name <> 'approver' or scope <> '')
);
create index role_by_name on role (name, scope);

create table session (
  id uuid primary key default gen_random_uuid(),
  -- Only the SHA-256 of the token; the token itself lives in the browser's cookie.
  token_sha256 bytea not null unique
    constraint session_token_is_hashed check (length(token_sha256) = 32),
  account_id uuid not null references account,
  method text not null
    constraint session_method_is_known check (method in ('passkey', 'link', 'oidc')),
  browser text not null default ''
    constraint session_browser_is_short check (length(browser) <= 300),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_expires_after_it_was_seen check (expires_at > last_seen_at and last_seen_at >= created_at)
);
create index session_by_account on session (account_id);
create index session_by_expiry on session (expires_at);

create table sign_in_link (
  id uuid primary key default gen_random_uuid(),
  token_sha256 bytea not null unique
    constraint sign_in_link_token_is_hashed check (length(token_sha256) = 32),
  account_id uuid not null references account,
  -- The local path to go to after signing in.
  next text not null
    constraint sign_in_link_leads_to_a_local_path check (next like '/%' and next not like '//%'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_link_expires_after_it_was_made check (expires_at > created_at)
);
create index sign_in_link_by_expiry on sign_in_link (expires_at);

create table passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  -- base64url, as WebAuthn writes it
  credential_id text not null,
  -- COSE key as the authenticator gave it
  public_key bytea not null,
  rp_id text not null,
  origin text not null,
  counter bigint not null
    constraint passkey_counter_is_not_negative check (counter >= 0),
  transports jsonb not null default '[]'
    constraint passkey_transports_are_a_list check (jsonb_typeof(transports) = 'array'),
  name text not null
    constraint passkey_has_a_name check (btrim(name) <> '' and length(name) <= 100),
  created_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz
);
create unique index passkey_credential_is_unique_while_in_use on passkey (credential_id) where removed_at is null;
create index passkey_by_account on passkey (account_id);

create table webauthn_challenge (
  id uuid primary key default gen_random_uuid(),
  challenge bytea not null unique
    constraint webauthn_challenge_is_long_enough check (length(challenge) between 16 and 64),
  purpose text not null
    constraint webauthn_challenge_has_a_purpose check (purpose <> ''),
  -- null for a sign-in, where nobody was known yet; such a row is written only once the challenge was answered
  account_id uuid references account,
  payload jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint webauthn_challenge_expires_after_it_was_made check (expires_at > created_at)
);
create index webauthn_challenge_by_expiry on webauthn_challenge (expires_at);

-- The code itself is not kept, not even hashed: eight digits are guessed from any hash. It is derived from the id
-- with the node's secret key, which lies outside the database.
create table mailed_code (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  purpose text not null
    constraint mailed_code_has_a_purpose check (purpose <> ''),
  payload jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0
    constraint mailed_code_has_five_tries check (tries between 0 and 5),
  used_at timestamptz,
  constraint mailed_code_expires_after_it_was_sent check (expires_at > created_at)
);
create index mailed_code_by_account on mailed_code (account_id, purpose, created_at);

create table oidc_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index oidc_identity_by_account on oidc_identity (account_id);

-- A sign-in begun at the university's OpenID provider and not yet come back. The cookie holds the token.
create table oidc_attempt (
  token_sha256 bytea primary key
    constraint oidc_attempt_token_is_hashed check (length(token_sha256) = 32),
  state text not null,
  nonce text not null,
  code_verifier text not null,
  next text not null
    constraint oidc_attempt_leads_to_a_local_path check (next like '/%' and next not like '//%'),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index oidc_attempt_by_expiry on oidc_attempt (expires_at);

-- How often something was done within a window. `key` carries hashes, never an address in the clear.
create table rate_limit (
  key text primary key,
  count integer not null
    constraint rate_limit_counts_something check (count > 0),
  ends_at timestamptz not null
);
create index rate_limit_by_end on rate_limit (ends_at);

create table journal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null
    constraint journal_actor_kind_is_known check (actor_kind in ('account', 'partner', 'node')),
  actor_id text,
  actor_name text not null,
  subject_kind text not null
    constraint journal_subject_kind_is_named check (subject_kind <> ''),
  subject_id text not null,
  act text not null
    constraint journal_act_is_named check (act <> ''),
  detail jsonb not null default '{}'
    constraint journal_detail_is_an_object check (jsonb_typeof(detail) = 'object'),
  constraint journal_names_the_actor_unless_the_node check ((actor_kind = 'node') = (actor_id is null))
);
create index journal_by_subject on journal (subject_kind, subject_id, id);

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null
    constraint outbox_topic_is_named check (topic <> ''),
  stream text
    constraint outbox_stream_is_named check (stream <> ''),
  body jsonb not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0
    constraint outbox_attempts_are_not_negative check (attempts >= 0),
  last_error text,
  done_at timestamptz
);
create index outbox_open on outbox (due_at, id) where done_at is null;
create index outbox_open_by_stream on outbox (stream, id) where done_at is null;
