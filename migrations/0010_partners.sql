-- Institutions, their people and dated posts, and our partnerships with them.

create table institution (
  ror text primary key constraint institution_ror_has_nine_characters check (ror ~ '^0[a-z0-9]{8}$'),
  name_en text not null,
  name_zh text not null,
  short_en text not null,
  short_zh text not null,
  city_en text not null default '',
  city_zh text not null default '',
  country text not null constraint institution_country_is_iso_3166 check (country ~ '^[A-Z]{2}$'),
  zone text not null,
  website text,
  ours boolean not null default false
);
create unique index institution_ours_is_one on institution (ours) where ours;

create table institution_fact (
  institution text not null references institution,
  position integer not null,
  label_en text not null,
  label_zh text not null,
  value_en text not null,
  value_zh text not null,
  source text not null constraint institution_fact_has_a_source check (source <> ''),
  as_of date not null,
  primary key (institution, position)
);

create table person (
  id uuid primary key,
  name_latin text not null constraint person_has_a_latin_name check (name_latin <> ''),
  name_native text,
  family_name_first boolean not null default false,
  account uuid references account
);

create table post (
  id uuid primary key,
  person uuid not null references person,
  institution text not null references institution,
  unit_en text not null default '',
  unit_zh text not null default '',
  title_en text not null,
  title_zh text not null,
  rank integer not null default 100,
  since date,
  until date,
  source text,
  constraint post_ends_after_it_began check (until is null or since is null or until >= since)
);

create table partnership (
  id uuid primary key,
  partner text not null unique references institution,
  state text not null constraint partnership_state_is_known check (state in (
    'prospect', 'scoping', 'approved_in_principle', 'cooperating', 'nominated_key', 'key_partner', 'under_review', 'stepped_down', 'ended')),
  since text not null constraint partnership_since_is_a_year_or_date check (since ~ '^\d{4}(-\d{2}-\d{2})?$')
);

create table partnership_step (
  id bigint generated always as identity primary key,
  partnership uuid not null references partnership,
  act text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  by_name text not null,
  reason text not null,
  agreement uuid,
  constraint partnership_step_to_key_needs_an_agreement check (to_state <> 'key_partner' or agreement is not null)
);
