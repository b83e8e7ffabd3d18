-- When an agreement takes effect: signed by all, it may wait until both universities' logs hold that, each cosigned by the other.

alter table agreement drop constraint agreement_state_is_known;
alter table agreement add constraint agreement_state_is_known check (state in (
  'drafting', 'negotiating', 'frozen', 'approved', 'signing', 'signed', 'concluded'));

-- The last signature of an agreement whose text asks for the logs too.
create table agreement_signed (
  agreement uuid primary key references agreement,
  sha256 text not null constraint agreement_signed_is_a_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz not null
);

-- What proves that a side's log holds the signed file. Named by the file too: a proof of another file stands in nobody's way.
create table agreement_log_proof (
  agreement uuid not null references agreement,
  side text not null constraint agreement_log_proof_side check (side in ('ours', 'theirs')),
  sha256 text not null constraint agreement_log_proof_is_of_a_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  proof text not null,
  cosigned_at timestamptz not null,
  stored_at timestamptz not null,
  primary key (agreement, side, sha256)
);
