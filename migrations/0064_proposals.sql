-- Proposals for agreements. Ours alone: nothing of them crosses to a partner.

create table proposal (
  id uuid primary key,
  proposer uuid not null references account,
  partner text not null references institution,
  kind text not null references agreement_type,
  template uuid references template,
  title_en text not null,
  title_zh text not null,
  -- '' for the whole university.
  unit text not null,
  purpose text not null constraint proposal_says_what_for check (btrim(purpose) <> ''),
  fit text not null constraint proposal_says_why_it_fits check (btrim(fit) <> ''),
  resources text not null constraint proposal_says_what_it_needs check (btrim(resources) <> ''),
  results text not null constraint proposal_says_what_is_expected check (btrim(results) <> ''),
  answers jsonb not null,
  interest text not null constraint proposal_declares_interests check (btrim(interest) <> ''),
  value numeric(16, 2) constraint proposal_value_is_not_negative check (value >= 0),
  currency text not null default '' constraint proposal_currency_is_a_code check (currency ~ '^([A-Z]{3})?$'),
  risk text not null constraint proposal_risk_is_known check (risk in ('low', 'medium', 'high')),
  state text not null constraint proposal_state_is_known check (state in (
    'proposed', 'assessment', 'accepted', 'declined', 'drafting', 'withdrawn')),
  agreement uuid references agreement,
  proposed_at timestamptz not null,
  constraint proposal_has_a_title check (title_en <> '' or title_zh <> ''),
  constraint proposal_value_names_its_currency check ((value is null) = (currency = '')),
  constraint proposal_in_drafting_has_its_agreement check ((state = 'drafting') = (agreement is not null))
);
create index proposal_by_proposer on proposal (proposer);

create table proposal_step (
  id bigint generated always as identity primary key,
  proposal uuid not null references proposal,
  act text not null,
  state text not null,
  account uuid not null references account,
  by_name text not null,
  reason text not null,
  at timestamptz not null
);
create index proposal_step_by_proposal on proposal_step (proposal, id);
