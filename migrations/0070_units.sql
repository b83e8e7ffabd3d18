-- Faculties, schools and offices of universities as trees, what they work on, and which of ours is paired with which of a partner's.

create table unit (
  id uuid primary key,
  institution text not null references institution,
  parent uuid references unit,
  name_en text not null,
  name_zh text not null default '',
  since date,
  -- Closed: kept with everything that stands in its name.
  until date,
  -- Codes of the controlled list of disciplines: what it is strong in, and in what it seeks a partner.
  strengths text[] not null default '{}',
  wishes text[] not null default '{}',
  -- Free words beside the list.
  tags text[] not null default '{}',
  -- What shows the strength: outputs, rankings, facilities.
  evidence text not null default '',
  position integer not null default 0,
  revision integer not null default 1,
  created_at timestamptz not null,
  constraint unit_has_a_name check (name_en <> '' or name_zh <> ''),
  constraint unit_is_not_its_own_parent check (parent <> id),
  constraint unit_ends_after_it_began check (until is null or since is null or until >= since)
);
create index unit_by_institution on unit (institution, position);
create index unit_by_parent on unit (parent);

create table unit_pairing (
  id uuid primary key,
  partnership uuid not null references partnership,
  ours uuid not null references unit,
  theirs uuid not null references unit,
  state text not null constraint unit_pairing_state_is_known check (state in ('proposed', 'agreed', 'active', 'dormant', 'ended')),
  our_lead uuid references person,
  their_lead uuid references person,
  disciplines text[] not null default '{}',
  note text not null default '',
  created_at timestamptz not null,
  constraint unit_pairing_active_has_two_leads check (state <> 'active' or (our_lead is not null and their_lead is not null))
);
create index unit_pairing_by_partnership on unit_pairing (partnership);
create unique index unit_pairing_once on unit_pairing (ours, theirs) where state <> 'ended';

create table unit_pairing_step (
  id bigint generated always as identity primary key,
  pairing uuid not null references unit_pairing,
  act text not null,
  to_state text not null,
  at timestamptz not null,
  by_name text not null,
  reason text not null
);
create index unit_pairing_step_by_pairing on unit_pairing_step (pairing, id);
