-- The stage of a ceremony as it is played: one state both nodes converge on, captions, notes to speakers, slides, who watches.

create table stage (
  ceremony uuid primary key references ceremony,
  -- The order of states: the greater (term, leader, rev) stands. A side that takes over begins the next term.
  term integer not null constraint stage_term_counts_from_one check (term >= 1),
  leader text not null,
  rev integer not null constraint stage_rev_counts check (rev >= 0),
  phase text not null constraint stage_phase_is_known check (phase in ('closed', 'doors', 'live', 'paused', 'ended')),
  scene text not null constraint stage_scene_is_known check (scene in (
    'doors', 'speech', 'slides', 'signing', 'concluded', 'photograph', 'closing')),
  -- The item on stage, since when, and when its minutes are over (later by every pause).
  item text,
  item_started_at timestamptz,
  item_ends_at timestamptz,
  held_at timestamptz,
  slide jsonb,
  -- What was on stage from when to when, in order.
  actual jsonb not null constraint stage_actual_is_a_list check (jsonb_typeof(actual) = 'array'),
  changed_at timestamptz not null,
  constraint stage_item_has_its_times check ((item is null) = (item_started_at is null) and (item is null) = (item_ends_at is null)),
  constraint stage_is_held_when_paused check ((phase = 'paused') = (held_at is not null))
);

-- What this node knows about the partner's node while a stage is played.
create table stage_contact (
  ceremony uuid primary key references ceremony,
  heard_at timestamptz,
  -- Since when nothing was heard; null while the two are in touch.
  silent_since timestamptz,
  -- How many watch there.
  watching integer not null default 0 constraint stage_contact_watching_is_a_count check (watching >= 0),
  -- The most that watched both sides at one time, as far as this node knows.
  most_watching integer not null default 0
);

-- How many watch through each process of this node.
create table stage_watching (
  ceremony uuid not null references ceremony,
  process uuid not null,
  watching integer not null constraint stage_watching_is_a_count check (watching >= 0),
  at timestamptz not null,
  primary key (ceremony, process)
);

create table stage_caption (
  -- Made by the page it was typed on: the same line sent twice is one.
  id uuid primary key,
  ceremony uuid not null references ceremony,
  language text not null constraint stage_caption_language_is_known check (language in ('en', 'zh')),
  at timestamptz not null,
  -- The university whose interpreter wrote it.
  party text not null,
  -- Empty: the line is taken away.
  text text not null constraint stage_caption_fits_the_screen check (length(text) <= 300),
  by_name text not null
);
create index stage_caption_latest on stage_caption (ceremony, language, at desc);

-- What the moderator tells the speakers; never shown to an audience.
create table stage_note (
  id uuid primary key,
  ceremony uuid not null references ceremony,
  at timestamptz not null,
  party text not null,
  text text not null constraint stage_note_fits_a_glance check (length(text) <= 300),
  by_name text not null
);
create index stage_note_latest on stage_note (ceremony, at desc);

create table stage_slides (
  ceremony uuid not null references ceremony,
  item text not null,
  file text not null references file,
  name text not null,
  party text not null,
  at timestamptz not null,
  -- Pictures of the pages, [{sha256, width, height}], once they are drawn.
  pages jsonb,
  -- Why they cannot be drawn.
  problem text,
  primary key (ceremony, item)
);

-- Rehearsals only: who pressed for which seat. It counts for nothing.
create table stage_mark (
  ceremony uuid not null references ceremony,
  seat text not null,
  by_name text not null,
  at timestamptz not null,
  method text not null constraint stage_mark_method_is_known check (method in ('passkey', 'press')),
  primary key (ceremony, seat)
);
