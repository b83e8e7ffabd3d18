-- How long what is kept here is kept, and what is forgotten by two people.

create table retention_rule (
  kind text primary key constraint retention_kind_is_known check (kind in ('agreements', 'proposals', 'contacts', 'comments', 'guests')),
  years integer not null constraint retention_years_are_some check (years between 1 and 100),
  reason_en text not null,
  reason_zh text not null,
  basis_en text not null,
  basis_zh text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  constraint retention_rule_says_why check (reason_en <> '' and reason_zh <> '' and basis_en <> '' and basis_zh <> '')
);

-- Somebody proposes that records are forgotten; somebody else confirms it, or either takes it back.
create table retention_act (
  id uuid primary key,
  kind text not null constraint retention_act_kind_is_known check (kind in ('proposals', 'contacts', 'comments', 'guests')),
  -- The records it is about.
  records text[] not null constraint retention_act_is_about_something check (cardinality(records) > 0),
  reason text not null constraint retention_act_says_why check (reason <> ''),
  state text not null constraint retention_act_state_is_known check (state in ('proposed', 'confirmed', 'withdrawn')),
  proposed_by uuid not null references account,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by uuid references account,
  decided_by_name text,
  decided_at timestamptz,
  -- How many were forgotten; those no longer due were left.
  forgotten integer,
  constraint retention_act_takes_two check (state <> 'confirmed' or decided_by <> proposed_by),
  constraint retention_act_decided_by_somebody check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
create unique index retention_act_one_at_a_time on retention_act (kind) where state = 'proposed';
