-- Groupings of institutions: alliances, lists somebody publishes, or an office's own.

create table grouping (
  id uuid primary key,
  name_en text not null,
  name_zh text not null default '',
  source text not null constraint grouping_has_a_source check (source <> ''),
  as_of date not null,
  -- Whether the public site says that a partner belongs to it.
  public boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null,
  constraint grouping_has_a_name check (name_en <> '' or name_zh <> '')
);
create unique index grouping_by_name on grouping (lower(name_en), name_zh);
create trigger changes after update or delete on grouping for each row execute function note_change('id', 'revision', '');

create table grouping_member (
  grouping uuid not null references grouping on delete cascade,
  -- Of our register, or only of the directory: a partner to be is a member already.
  ror text not null constraint grouping_member_ror_has_nine_characters check (ror ~ '^0[a-z0-9]{8}$'),
  primary key (grouping, ror)
);
create index grouping_member_by_ror on grouping_member (ror);
create trigger changes after update or delete on grouping_member for each row execute function note_change('grouping', '', '');
