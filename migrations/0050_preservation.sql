-- What keeps a signed agreement provable for later: each row is a revision after the signatures, with a time-stamp over everything
-- before it. Both nodes end with the same.

create table signing_preservation (
  session text not null references signing_session,
  number integer not null constraint signing_preservation_counts_from_one check (number >= 1),
  -- Who added it.
  side text not null constraint signing_preservation_side_is_known check (side in ('ours', 'theirs')),
  sha256 text not null constraint signing_preservation_is_a_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  previous_sha256 text not null,
  stamped_at timestamptz not null,
  -- When its time-stamp runs out; null where we do not know the authority that gave it.
  until timestamptz,
  stored_at timestamptz not null,
  -- When the partner's node said that it holds the same; of what the partner added, when we stored it.
  confirmed_at timestamptz,
  -- When the partner's node did not accept it last, and how often it was offered again.
  refused_at timestamptz,
  again integer not null default 0,
  primary key (session, number)
);
