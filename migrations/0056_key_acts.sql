-- Acts on keys that take two administrators; roots announced to partners, and what they answered; roots partners announced to us.

create table key_act (
  id uuid primary key,
  kind text not null constraint key_act_kind_is_known
    check (kind in ('revoke', 'export_root', 'take_root', 'bring_root', 'replace_root', 'choose_signer')),
  state text not null constraint key_act_state_is_known check (state in ('proposed', 'done', 'rejected', 'withdrawn')),
  -- The root or certificate it is about, or the office-holder.
  about text not null,
  detail jsonb not null default '{}',
  -- What must not be read meanwhile, sealed; emptied with the decision.
  sealed bytea,
  reason text not null constraint key_act_gives_a_reason check (btrim(reason) <> ''),
  proposed_by uuid not null references account,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by uuid references account,
  decided_by_name text,
  decided_at timestamptz,
  constraint key_act_decision_has_author_and_time
    check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint key_act_takes_two_people check (state not in ('done', 'rejected') or decided_by <> proposed_by),
  constraint key_act_keeps_no_secret check (state = 'proposed' or sealed is null)
);
create unique index key_act_one_open on key_act (kind, about) where state = 'proposed';

-- A root of ours a partner is asked to accept. Until it did, what it gets is signed under the root before.
create table root_announcement (
  authority text not null,
  institution text not null references institution,
  certificate text not null,
  -- The root it follows; null for one beside ours, such as that of a public certificate authority.
  old text,
  -- By the old root, over the statement; null where its key was lost.
  signature text,
  asked_at timestamptz not null,
  answer text constraint root_announcement_answer_is_known check (answer in ('accepted', 'refused')),
  answered_at timestamptz,
  primary key (authority, institution),
  constraint root_announcement_answer_has_time check ((answer is null) = (answered_at is null))
);

-- A root a partner announced. Never believed in silence: an officer compares its fingerprint and accepts it, or does not.
create table partner_root (
  institution text not null references institution,
  authority text not null constraint partner_root_is_named_by_sha256 check (authority ~ '^[0-9a-f]{64}$'),
  certificate text not null,
  old text,
  -- Whether the root we trusted before signed for it.
  vouched boolean not null,
  received_at timestamptz not null,
  decision text constraint partner_root_decision_is_known check (decision in ('accepted', 'refused')),
  decided_by_name text,
  reason text not null default '',
  decided_at timestamptz,
  primary key (institution, authority),
  constraint partner_root_decision_has_author_and_time
    check ((decision is null) = (decided_by_name is null) and (decision is null) = (decided_at is null))
);
