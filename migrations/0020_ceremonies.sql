-- Ceremonies: the frame, which the convenor's node writes; a sheet of each side; what only our node knows; what took place.

create table ceremony (
  id uuid primary key,
  partner text not null references institution,
  -- The university whose node writes the frame; every other column but `state` belongs to the frame.
  convenor text not null,
  agreement uuid references agreement,
  kind text not null constraint ceremony_kind_is_known check (kind in (
    'signing', 'launch', 'partner_day', 'dialogue', 'forum', 'visit')),
  state text not null constraint ceremony_state_is_known check (state in (
    'planning', 'confirmed', 'live', 'held', 'closed', 'postponed', 'cancelled')),
  rehearsal_of uuid references ceremony,
  title_en text not null,
  title_zh text not null,
  starts_at timestamptz not null,
  open boolean not null default false,
  items jsonb not null constraint ceremony_items_are_a_list check (jsonb_typeof(items) = 'array'),
  meeting jsonb,
  -- Why it was postponed or cancelled.
  reason text not null default '',
  version integer not null constraint ceremony_version_counts_from_one check (version > 0),
  -- When the partner was first shown it; null while only the convenor knows of it.
  shared_at timestamptz,
  created_at timestamptz not null,
  constraint ceremony_has_a_title check (title_en <> '' or title_zh <> ''),
  constraint ceremony_rehearsal_is_not_public check (rehearsal_of is null or not open),
  constraint ceremony_called_off_says_why check (state not in ('postponed', 'cancelled') or reason <> '')
);
create index ceremony_by_partner on ceremony (partner, starts_at);
create index ceremony_by_original on ceremony (rehearsal_of);

create table ceremony_sheet (
  ceremony uuid not null references ceremony,
  side text not null constraint ceremony_sheet_side check (side in ('ours', 'theirs')),
  -- 0: prepared from our register and seen by nobody else yet.
  version integer not null constraint ceremony_sheet_version_counts check (version >= 0),
  sheet jsonb not null constraint ceremony_sheet_is_an_object check (jsonb_typeof(sheet) = 'object'),
  -- The version of the frame this side said yes to.
  confirmed_frame integer,
  confirmed_at timestamptz,
  confirmed_by text,
  -- What this side asks the convenor to change.
  asked text,
  asked_at timestamptz,
  asked_by text,
  primary key (ceremony, side),
  constraint ceremony_sheet_confirmed_by_someone check (
    (confirmed_frame is null) = (confirmed_at is null) and (confirmed_frame is null) = (confirmed_by is null)),
  constraint ceremony_sheet_asked_by_someone check (
    (asked is null) = (asked_at is null) and (asked is null) = (asked_by is null))
);

-- What our node alone knows of our guests; never sent.
create table ceremony_guest_private (
  ceremony uuid not null references ceremony,
  guest text not null,
  email text not null default '',
  remark text not null default '',
  primary key (ceremony, guest)
);

-- Our office's own notes on items; never sent.
create table ceremony_item_note (
  ceremony uuid not null references ceremony,
  item text not null,
  note text not null constraint ceremony_item_note_says_something check (note <> ''),
  primary key (ceremony, item)
);

create table ceremony_duty (
  ceremony uuid not null references ceremony,
  account uuid not null references account,
  duty text not null constraint ceremony_duty_is_known check (duty in ('moderator', 'interpreter', 'speaker')),
  given_at timestamptz not null,
  primary key (ceremony, account, duty)
);
create index ceremony_duty_by_account on ceremony_duty (account);

create table ceremony_record (
  ceremony uuid primary key references ceremony,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  -- Items with the times they really took.
  items jsonb not null,
  audience integer not null constraint ceremony_record_audience_is_a_count check (audience >= 0),
  constraint ceremony_record_ends_after_it_began check (ended_at >= started_at)
);

create table ceremony_commitment (
  id uuid primary key,
  ceremony uuid not null references ceremony,
  item text,
  words_en text not null,
  words_zh text not null,
  -- Null for a pledge of neither university, such as a consulate's.
  by_party text,
  by_name text not null constraint ceremony_commitment_by_someone check (by_name <> ''),
  to_name text not null,
  at timestamptz not null,
  marked_by text not null,
  constraint ceremony_commitment_says_something check (words_en <> '' or words_zh <> '')
);
create index ceremony_commitment_by_ceremony on ceremony_commitment (ceremony, at);
