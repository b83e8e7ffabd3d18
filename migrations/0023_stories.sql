-- Stories, their photographs, what both sides said of them, editions the public reads, links and mentions.

alter table role drop constraint role_name_is_known;
alter table role add constraint role_name_is_known
  check (name in ('administrator', 'officer', 'editor', 'approver', 'signatory', 'reader'));

-- The working copy. What the public reads is an edition of it.
create table story (
  id uuid primary key,
  slug text unique
    constraint story_slug_is_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  state text not null
    constraint story_state_is_known check (state in (
      'draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'published', 'corrected', 'withdrawn')),
  partner text references institution,
  -- Needs the partner's approval as well as ours.
  joint boolean not null default false
    constraint story_joint_has_a_partner check (not joint or partner is not null),
  agreement uuid,
  ceremony uuid,
  held_on date,
  section_en text not null default '',
  section_zh text not null default '',
  headline_en text not null default '',
  headline_zh text not null default '',
  summary_en text not null default '',
  summary_zh text not null default '',
  body_en text not null default '',
  body_zh text not null default '',
  -- Whether a language is complete: only then is it published.
  ready_en boolean not null default false,
  ready_zh boolean not null default false,
  editors jsonb not null default '[]',
  revision integer not null default 0,
  embargo_until timestamptz,
  scheduled_at timestamptz,
  -- How often it was offered to the partner; tells a late answer from one to the present offer.
  offers integer not null default 0,
  edition integer not null default 0,
  published_at timestamptz,
  modified_at timestamptz,
  created_at timestamptz not null,
  constraint story_scheduled_has_a_time check ((state = 'scheduled') = (scheduled_at is not null)),
  constraint story_published_has_edition_slug_and_time check (
    state not in ('published', 'corrected', 'withdrawn') or (edition > 0 and slug is not null and published_at is not null))
);
create index story_by_state on story (state, published_at desc);
create index story_by_partner on story (partner);
create index story_due on story (scheduled_at) where state = 'scheduled';

-- Who wrote in what is to become which edition: they do not approve it.
create table story_author (
  story uuid not null references story,
  account uuid not null references account,
  edition integer not null,
  primary key (story, account, edition)
);

create table story_photo (
  story uuid not null references story,
  -- Stays with the photograph: `[photo 3]` in a text means it for ever.
  number integer not null constraint story_photo_number_is_positive check (number > 0),
  position integer not null,
  original text not null references file,
  -- The clean rendition that is hashed into the content and crosses to the partner.
  shared text not null references file,
  -- With caption, credit, copyright and description written into it; made when the photograph is approved.
  download text references file,
  width integer not null,
  height integer not null,
  caption_en text not null default '',
  caption_zh text not null default '',
  alt_en text not null default '',
  alt_zh text not null default '',
  decorative boolean not null default false,
  creator text not null default '',
  credit text not null default '',
  rights text not null default '',
  people text not null default '',
  taken_at text not null default '',
  removed boolean not null default false,
  approved_by text,
  approved_at timestamptz,
  primary key (story, number),
  constraint story_photo_approval_has_author_time_and_file check (
    (approved_by is null) = (approved_at is null) and (approved_by is null) = (download is null))
);
create index story_photo_by_original on story_photo (original);

-- Who allowed which use of a photograph, and when.
create table story_photo_permission (
  story uuid not null,
  number integer not null,
  purpose text not null constraint story_photo_purpose_is_known check (purpose in ('site', 'press', 'internal')),
  given_by text not null constraint story_photo_permission_names_who_gave_it check (given_by <> ''),
  given_on date not null,
  noted_by text not null,
  noted_at timestamptz not null,
  primary key (story, number, purpose),
  foreign key (story, number) references story_photo
);

-- Renditions without any metadata, by the photograph they were made from.
create table photo_rendition (
  original text not null references file,
  width integer not null,
  format text not null constraint photo_rendition_format_is_known check (format in ('jpg', 'webp')),
  height integer not null,
  file text not null references file,
  primary key (original, width, format)
);

create table story_approval (
  id bigint generated always as identity primary key,
  story uuid not null references story,
  side text not null constraint story_approval_side_is_known check (side in ('ours', 'theirs')),
  content_hash text not null constraint story_approval_is_of_a_hash check (content_hash ~ '^[0-9a-f]{64}$'),
  account uuid references account,
  by_name text not null,
  at timestamptz not null,
  cleared_at timestamptz
);
create unique index story_approval_once on story_approval (story, side, content_hash) where cleared_at is null;

create table story_edition (
  story uuid not null references story,
  number integer not null constraint story_edition_number_is_positive check (number > 0),
  content jsonb not null,
  content_hash text not null,
  at timestamptz not null,
  terms_en text[] not null,
  terms_zh text[] not null,
  primary key (story, number)
);
create index story_edition_terms_en on story_edition using gin (terms_en);
create index story_edition_terms_zh on story_edition using gin (terms_zh);

-- What the public is told of a correction or of the withdrawal.
create table story_note (
  story uuid not null references story,
  kind text not null constraint story_note_kind_is_known check (kind in ('correction', 'withdrawal')),
  edition integer not null,
  note_en text not null,
  note_zh text not null,
  at timestamptz not null,
  primary key (story, kind, edition),
  constraint story_note_says_something check (note_en <> '' or note_zh <> '')
);

create table story_related (
  id uuid primary key,
  story uuid not null references story,
  url text not null constraint story_related_is_a_web_address check (url ~ '^https?://'),
  title text not null constraint story_related_has_a_title check (title <> ''),
  publisher text not null,
  language text not null constraint story_related_language_is_known check (language in ('en', 'zh')),
  relation text not null constraint story_related_relation_is_known check (relation in ('partner_story', 'background')),
  added_at timestamptz not null,
  checked_at timestamptz,
  -- Empty while it answers; otherwise why it does not.
  problem text not null default '',
  failures integer not null default 0,
  unique (story, url)
);

-- What partners offer us to approve: the newest offer of each of their stories.
create table story_offer (
  story uuid primary key,
  partner text not null references institution,
  number integer not null,
  state text not null constraint story_offer_state_is_known check (state in (
    'waiting', 'approved', 'changes_asked', 'withdrawn')),
  content jsonb not null,
  content_hash text not null,
  embargo_until timestamptz,
  by_name text not null,
  received_at timestamptz not null,
  answered_by text,
  answered_at timestamptz,
  words text not null default ''
);
create table story_offer_photo (
  story uuid not null,
  sha256 text not null references file,
  primary key (story, sha256)
);

-- Stories our partners told us they published.
create table story_heard (
  story uuid primary key,
  partner text not null references institution,
  edition integer not null,
  state text not null constraint story_heard_state_is_known check (state in ('published', 'corrected', 'withdrawn')),
  url_en text not null,
  url_zh text not null,
  headline_en text not null,
  headline_zh text not null,
  agreement uuid,
  ceremony uuid,
  held_on date,
  published_at timestamptz not null,
  set_aside_at timestamptz
);

-- Webmentions of our stories. Shown only when approved.
create table story_mention (
  id uuid primary key,
  source text not null,
  target text not null,
  story uuid not null references story,
  language text not null constraint story_mention_language_is_known check (language in ('en', 'zh')),
  state text not null constraint story_mention_state_is_known check (state in (
    'received', 'waiting', 'approved', 'rejected', 'gone')),
  title text not null default '',
  -- The confirmed partner whose site it stands on.
  partner text references institution,
  problem text not null default '',
  received_at timestamptz not null,
  checked_at timestamptz,
  decided_by text,
  unique (source, target)
);
create index story_mention_by_story on story_mention (story, state);
