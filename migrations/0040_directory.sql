-- A copy of the ROR registry (CC0): every research organisation there is, by any of its names.

create extension if not exists pg_trgm;

create table directory_import (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by_name text not null,
  file_name text not null,
  records integer not null,
  added integer not null,
  changed integer not null,
  withdrawn integer not null
);

create table directory_institution (
  ror text primary key constraint directory_ror_has_nine_characters check (ror ~ '^0[a-z0-9]{8}$'),
  status text not null constraint directory_status_is_known check (status in ('active', 'inactive', 'withdrawn')),
  name text not null constraint directory_institution_has_a_name check (name <> ''),
  -- The record's name in Chinese, where it has one.
  name_zh text,
  kinds text[] not null,
  country text not null constraint directory_country_is_iso_3166 check (country ~ '^[A-Z]{2}$'),
  subdivision text not null,
  city text not null,
  latitude double precision,
  longitude double precision,
  established integer,
  website text,
  domains text[] not null,
  identifiers jsonb not null,
  modified date not null,
  -- The last import that had this record.
  import bigint not null references directory_import
);

create table directory_name (
  ror text not null references directory_institution on delete cascade,
  position integer not null,
  name text not null,
  language text,
  kinds text[] not null,
  -- As compared: without case, diacritics and punctuation.
  folded text not null,
  -- Its Latin words and the character pairs of its Chinese, Japanese and Korean.
  terms text[] not null,
  primary key (ror, position)
);
create index directory_name_by_term on directory_name using gin (terms);
create index directory_name_by_whole on directory_name (folded text_pattern_ops);

-- The vocabulary of all names: what one types is first understood as words that exist, then looked up.
create table directory_term (
  term text primary key,
  names integer not null
);
create index directory_term_by_beginning on directory_term (term text_pattern_ops);
create index directory_term_by_likeness on directory_term using gin (term gin_trgm_ops);

create table directory_relation (
  ror text not null references directory_institution on delete cascade,
  kind text not null constraint directory_relation_is_known
    check (kind in ('parent', 'child', 'related', 'predecessor', 'successor')),
  other text not null,
  label text not null,
  primary key (ror, kind, other)
);
create index directory_relation_by_other on directory_relation (other);
