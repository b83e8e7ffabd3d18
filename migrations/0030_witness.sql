-- Transparency logs: our own and our copies of the partners', who cosigned and time-stamped them, what our entries say, and
-- what did not fit. Entries, subtrees and checkpoints are only ever added.

create table tlog (
  origin text primary key constraint tlog_origin_is_a_name check (origin ~ '^[^[:space:]+]+$'),
  institution text not null unique references institution,
  ours boolean not null,
  verifier_key text not null,
  -- entries held here
  size bigint not null default 0,
  -- the latest checkpoint our witness cosigned, and the latest our mirror did; for a partner's log only
  witnessed bigint not null default 0,
  mirrored bigint not null default 0,
  -- when the log was last heard to be as we know it
  seen_at timestamptz,
  created_at timestamptz not null,
  constraint tlog_mirrors_what_was_witnessed check (size >= 0 and mirrored <= size and (ours or size <= witnessed))
);
create unique index tlog_one_is_ours on tlog (ours) where ours;

create table tlog_entry (
  origin text not null references tlog,
  index bigint not null constraint tlog_entry_index_counts_from_zero check (index >= 0),
  data bytea not null constraint tlog_entry_fits_a_bundle check (length(data) <= 65535),
  primary key (origin, index)
);

create table tlog_node (
  origin text not null references tlog,
  level smallint not null constraint tlog_node_level check (level between 0 and 63),
  index bigint not null,
  hash bytea not null constraint tlog_node_hash_is_a_sha256 check (length(hash) = 32),
  primary key (origin, level, index)
);

create table tlog_checkpoint (
  origin text not null references tlog,
  size bigint not null constraint tlog_checkpoint_size check (size >= 0),
  root bytea not null constraint tlog_checkpoint_root_is_a_sha256 check (length(root) = 32),
  -- with the log's own signature only
  note text not null,
  at timestamptz not null,
  primary key (origin, size)
);

create table tlog_cosignature (
  origin text not null,
  size bigint not null,
  -- the cosigner's key name
  cosigner text not null,
  line text not null,
  cosigned_at timestamptz not null,
  stored_at timestamptz not null,
  primary key (origin, size, cosigner),
  foreign key (origin, size) references tlog_checkpoint
);

create table tlog_stamp (
  origin text not null,
  size bigint not null,
  -- whose authority stamped
  institution text not null references institution,
  token bytea not null,
  stamped_at timestamptz not null,
  stored_at timestamptz not null,
  primary key (origin, size, institution),
  foreign key (origin, size) references tlog_checkpoint
);

-- What our own entries say in clear. Both columns can be emptied; the log itself stays whole.
create table tlog_event (
  index bigint primary key,
  event text not null constraint tlog_event_is_named check (event <> ''),
  about_kind text not null,
  about_id text not null,
  at timestamptz not null,
  salt bytea constraint tlog_event_salt_is_long check (length(salt) = 32),
  facts jsonb,
  erased_at timestamptz,
  constraint tlog_event_is_erased_as_a_whole check ((salt is null) = (facts is null) and (salt is null) = (erased_at is not null))
);
create index tlog_event_by_subject on tlog_event (about_kind, about_id, index);

-- The keys of a partner's node for its duties, as first heard under the pairing; never replaced in silence.
create table tlog_peer (
  institution text primary key references institution,
  log_key text not null,
  witness_key text not null,
  mirror_key text not null,
  stamp_certificate text not null,
  pinned_at timestamptz not null
);

-- Which of our keys a partner was told, so that it is told again only when they change.
create table tlog_introduction (
  institution text primary key references institution,
  sha256 text not null,
  at timestamptz not null
);

create table tlog_stamp_authority (
  only_one boolean primary key default true constraint tlog_stamp_authority_is_one check (only_one),
  certificate text not null,
  sealed bytea not null,
  not_after timestamptz not null,
  created_at timestamptz not null
);

create table tlog_alarm (
  id bigint generated always as identity primary key,
  institution text not null,
  kind text not null constraint tlog_alarm_kind_is_known check (kind in (
    'rewritten', 'forked', 'rolled_back', 'keys_changed', 'keys_not_taken', 'set_back', 'called_inconsistent', 'cosignature_wrong',
    'cosignature_ahead', 'stamp_wrong')),
  -- what was presented, word for word, where there is such a thing
  proof text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null default 1,
  settled_by text,
  settled_reason text,
  settled_at timestamptz,
  constraint tlog_alarm_is_settled_with_a_reason check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_reason is null))
);
create unique index tlog_alarm_open_once on tlog_alarm (institution, kind) where settled_at is null;
