-- Texts to begin from: templates by type and a library of clauses, both in both languages and in versions that never change.

create table template (
  id uuid primary key,
  kind text not null references agreement_type,
  name_en text not null constraint template_has_an_english_name check (btrim(name_en) <> ''),
  name_zh text not null constraint template_has_a_chinese_name check (btrim(name_zh) <> ''),
  retired_at timestamptz
);
create unique index template_name_once on template (lower(name_en)) where retired_at is null;

create table template_version (
  template uuid not null references template,
  number integer not null constraint template_version_counts_from_one check (number >= 1),
  title jsonb not null,
  prevails text not null constraint template_prevails_is_known check (prevails in ('both', 'en', 'zh')),
  clauses jsonb not null constraint template_has_clauses check (jsonb_array_length(clauses) > 0),
  note text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (template, number)
);

create table library_clause (
  id uuid primary key,
  name_en text not null constraint library_clause_has_an_english_name check (btrim(name_en) <> ''),
  name_zh text not null constraint library_clause_has_a_chinese_name check (btrim(name_zh) <> ''),
  retired_at timestamptz
);

create table library_clause_version (
  clause uuid not null references library_clause,
  number integer not null constraint library_clause_version_counts_from_one check (number >= 1),
  heading jsonb not null,
  body jsonb not null,
  note text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (clause, number)
);

-- From which template, as it was then, an agreement was begun.
create table agreement_template (
  agreement uuid primary key references agreement,
  template uuid not null,
  version integer not null,
  foreign key (template, version) references template_version
);
