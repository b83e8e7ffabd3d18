-- People of both universities beyond a name and a title: how they are reached and why we may, what became of a post,
-- who leads a partnership on either side, and by what their names are found.

alter table person
  add column language text constraint person_language_is_known check (language in ('en', 'zh')),
  add column email text not null default '',
  add column phone text not null default '',
  add column assistant text not null default '',
  -- Why we may keep how they are reached.
  add column basis text not null default 'none'
    constraint person_basis_is_known check (basis in ('none', 'published', 'contract', 'consent')),
  add column basis_note text not null default '',
  -- Ours alone; never leaves this node.
  add column note text not null default '',
  -- Grows with each change: whoever saves names the one they began from.
  add column revision integer not null default 1,
  add column terms text[] not null default '{}',
  -- The name without spaces, beginning with each of its words in turn: found in any order, written together or apart.
  add column joined text not null default '',
  add constraint person_reached_with_a_basis check ((email = '' and phone = '') or basis <> 'none');
create index person_by_term on person using gin (terms);
create index person_by_joined_name on person using gin (joined gin_trgm_ops);

alter table post
  -- Why it ended; null while it is held, or where nobody said.
  add column ended_as text constraint post_end_is_known check (ended_as in ('moved', 'left', 'retired')),
  add constraint post_ended_as_needs_an_end check (ended_as is null or until is not null);
create index post_by_institution on post (institution, rank);
create index post_by_person on post (person);

create table partnership_lead (
  id uuid primary key,
  partnership uuid not null references partnership,
  -- The university this lead belongs to.
  institution text not null references institution,
  person uuid not null references person,
  since date not null,
  until date,
  -- What whoever follows should know; written when the lead is given up. Ours alone.
  handover text not null default '',
  constraint partnership_lead_ends_after_it_began check (until is null or until >= since)
);
create unique index partnership_lead_once on partnership_lead (partnership, person) where until is null;
