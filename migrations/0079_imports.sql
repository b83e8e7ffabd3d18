-- Lists of agreements a house kept before: brought in once, kept with their file, who brought them and what became of each row.

create table entry_import (
  id uuid primary key,
  file text not null references file,
  name text not null,
  state text not null constraint import_state_is_known check (state in ('prepared', 'done', 'undone')),
  -- How its columns, dates, names and types are understood, as far as somebody said so.
  settings jsonb not null default '{}',
  revision integer not null default 1,
  began_by uuid not null references account,
  began_by_name text not null,
  began_at timestamptz not null,
  done_by_name text,
  done_at timestamptz,
  undone_by_name text,
  undone_at timestamptz,
  constraint import_done_by_somebody check ((state = 'prepared') = (done_at is null) and (done_at is null) = (done_by_name is null)),
  constraint import_undone_by_somebody check ((state = 'undone') = (undone_at is not null) and (undone_at is null) = (undone_by_name is null))
);
create index entry_import_by_time on entry_import (began_at desc);

-- What became of each row when the list was brought in.
create table entry_import_row (
  import uuid not null references entry_import,
  line integer not null,
  outcome text not null constraint import_outcome_is_known check (outcome in ('new', 'there', 'repeated', 'unreadable')),
  -- The agreement it became or already was. No reference: it may have been taken back since.
  entry uuid,
  -- What it said and what was wrong with it.
  said jsonb not null,
  primary key (import, line)
);
