-- Ending an agreement before its time: by one side's notice, or by both together; and taking that back, which needs both.

create table agreement_termination (
  id uuid primary key,
  -- The agreement at the beginning of its chain: what is ended is the whole of it.
  agreement uuid not null references agreement,
  kind text not null constraint termination_kind_is_known check (kind in ('notice', 'mutual')),
  side text not null constraint termination_side check (side in ('ours', 'theirs')),
  reason text not null constraint termination_has_a_reason check (reason <> ''),
  given_at timestamptz not null,
  effective_at timestamptz not null constraint termination_takes_effect_later check (effective_at > given_at),
  -- Why the partner's node did not accept it; it then counts for nothing.
  refused text,
  ended_at timestamptz
);
create index agreement_termination_by_agreement on agreement_termination (agreement);

-- What each side's signatory has consented to of it. Ours counts once the partner's node holds it.
create table agreement_termination_consent (
  termination uuid not null references agreement_termination,
  act text not null constraint termination_act_is_known check (act in ('give_notice', 'propose_end', 'agree_end', 'withdraw')),
  side text not null constraint termination_consent_side check (side in ('ours', 'theirs')),
  method text not null constraint termination_method_is_known check (method in ('passkey', 'code')),
  -- Whether the passkey is one that was pinned with the agreement.
  pinned boolean not null,
  statement jsonb not null,
  assertion jsonb,
  at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (termination, act, side),
  constraint termination_passkey_has_assertion check ((method = 'passkey') = (assertion is not null)),
  constraint termination_acknowledged_is_ours check (acknowledged_at is null or side = 'ours')
);
