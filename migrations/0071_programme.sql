-- A programme (initiative) under which key partners are chosen: its term, aims, money and rules, and who takes part in it.

create table programme (
  id uuid primary key,
  name_en text not null,
  name_zh text not null,
  owner_en text not null default '',
  owner_zh text not null default '',
  starts_on date not null,
  ends_on date not null,
  aims_en text not null default '',
  aims_zh text not null default '',
  areas text[] not null default '{}',
  -- In whole units of the currency; null where no envelope was set.
  budget numeric(14, 2) constraint programme_budget_is_positive check (budget > 0),
  currency text constraint programme_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
  criteria_en text not null default '',
  criteria_zh text not null default '',
  benefits_en text not null default '',
  benefits_zh text not null default '',
  meetings_en text not null default '',
  meetings_zh text not null default '',
  -- Months after which a key partnership is reviewed.
  review_months integer not null default 24 constraint programme_review_is_months check (review_months between 1 and 120),
  state text not null constraint programme_state_is_known check (state in ('planned', 'running', 'in_final_review', 'closed', 'renewed')),
  -- The programme that follows it, where it was renewed.
  successor uuid references programme,
  revision integer not null default 1,
  created_at timestamptz not null,
  constraint programme_has_a_name check (name_en <> '' or name_zh <> ''),
  constraint programme_ends_after_it_starts check (ends_on > starts_on),
  constraint programme_budget_has_a_currency check ((budget is null) = (currency is null)),
  constraint programme_renewed_has_a_successor check ((state = 'renewed') = (successor is not null))
);

create table programme_step (
  id bigint generated always as identity primary key,
  programme uuid not null references programme,
  act text not null,
  to_state text not null,
  at timestamptz not null,
  by_name text not null,
  reason text not null constraint programme_step_has_a_reason check (reason <> '')
);
create index programme_step_by_programme on programme_step (programme, id);

create table programme_partner (
  programme uuid not null references programme,
  partner text not null references institution,
  joined_on date not null,
  left_on date,
  primary key (programme, partner),
  constraint programme_partner_leaves_after_joining check (left_on is null or left_on >= joined_on)
);

create table programme_target (
  id uuid primary key,
  programme uuid not null references programme,
  name_en text not null,
  name_zh text not null,
  value numeric(14, 2) not null,
  by_year integer not null constraint programme_target_has_a_year check (by_year between 1900 and 2200),
  constraint programme_target_has_a_name check (name_en <> '' or name_zh <> '')
);
create index programme_target_by_programme on programme_target (programme, by_year);
