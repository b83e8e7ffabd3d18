-- Every message two nodes have finished with, in the order this node did, with its sender's signature and the answer: what a partner's
-- node that was restored from an older copy is told. And what a node found that it no longer has.

create table exchanged (
  position bigint generated always as identity primary key,
  message_id text not null unique constraint exchanged_id_is_a_sha256 check (message_id ~ '^[0-9a-f]{64}$'),
  institution text not null references peer,
  ours boolean not null,
  -- canonical JSON, byte for byte as it crossed
  envelope text not null,
  answer text not null,
  -- of a message of theirs: the headers that carry its signature
  proof jsonb,
  at timestamptz not null,
  constraint exchanged_theirs_has_a_proof check (ours = (proof is null))
);
create index exchanged_by_institution on exchanged (institution, position);

create table lost_message (
  message_id text primary key constraint lost_message_id_is_a_sha256 check (message_id ~ '^[0-9a-f]{64}$'),
  institution text not null references peer,
  ours boolean not null,
  kind text not null,
  about text not null,
  -- in the partner's order
  position bigint not null,
  exchanged_at timestamptz not null,
  noticed_at timestamptz not null,
  taken_back_at timestamptz,
  -- why it cannot be taken back by itself
  refused text,
  -- when an administrator said what was done about it instead; who and what stands in the journal
  settled_at timestamptz
);
create index lost_message_by_institution on lost_message (institution, position);

-- How far in the partner's order everything is known to be here; when its node last asked for what it had lost.
alter table peer add column compared_position bigint not null default 0;
alter table peer add column asked_back_at timestamptz;

-- Why a session's next signature waits, where it does.
create table signing_hold (
  session text primary key references signing_session,
  reason text not null constraint signing_hold_reason_is_known check (reason in ('clocks_differ', 'not_compared', 'set_back')),
  our_clock timestamptz not null,
  their_clock timestamptz,
  since timestamptz not null
);
