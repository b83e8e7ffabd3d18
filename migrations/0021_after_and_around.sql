-- Around a ceremony: invitations and replies, letters, briefings; and what comes after: minutes, commitments, thanks.

-- Files a mail of the try-it mailbox carried.
create table mailbox_attachment (
  mail bigint not null references mailbox,
  position integer not null,
  name text not null,
  sha256 text not null references file,
  primary key (mail, position)
);

-- Our office's own wording of a letter; without a row the letter is written as drafted.
create table ceremony_letter (
  ceremony uuid not null references ceremony,
  kind text not null constraint ceremony_letter_kind_is_known check (kind in ('invitation', 'thanks')),
  text_en text not null,
  text_zh text not null,
  version integer not null constraint ceremony_letter_version_counts_from_one check (version > 0),
  primary key (ceremony, kind),
  constraint ceremony_letter_says_something check (text_en <> '' and text_zh <> '')
);

-- One invitation of one of our guests; never sent to the other node, which sees only whether the guest comes.
create table ceremony_invitation (
  id uuid primary key,
  ceremony uuid not null references ceremony,
  guest text not null,
  email text not null constraint ceremony_invitation_goes_somewhere check (email <> ''),
  name text not null,
  language text not null constraint ceremony_invitation_language_is_known check (language in ('en', 'zh')),
  token_sha256 bytea not null unique,
  -- Of the calendar file: rises with every change the guest is told.
  sequence integer not null constraint ceremony_invitation_sequence_counts check (sequence >= 0),
  -- What the guest's calendar says.
  told jsonb not null,
  told_at timestamptz not null,
  created_at timestamptz not null,
  -- Since when the plan says something else.
  outdated_since timestamptz,
  -- When the guest was told not to come.
  withdrawn_at timestamptz,
  answer text constraint ceremony_invitation_answer_is_known check (answer in ('accepted', 'declined')),
  remark text not null default '',
  answered_at timestamptz,
  unique (ceremony, guest),
  constraint ceremony_invitation_answered_at_some_time check ((answer is null) = (answered_at is null))
);

-- What only our node writes for those who speak: for one person, or for the whole pack.
create table ceremony_briefing (
  ceremony uuid not null references ceremony,
  guest text not null,
  points_en text not null,
  points_zh text not null,
  life_en text not null,
  life_zh text not null,
  version integer not null constraint ceremony_briefing_version_counts_from_one check (version > 0),
  primary key (ceremony, guest)
);
create table ceremony_background (
  ceremony uuid primary key references ceremony,
  ties_en text not null,
  ties_zh text not null,
  proposed_en text not null,
  proposed_zh text not null,
  version integer not null constraint ceremony_background_version_counts_from_one check (version > 0)
);

create table ceremony_minutes (
  ceremony uuid primary key references ceremony,
  state text not null constraint ceremony_minutes_state_is_known check (state in ('draft', 'proposed', 'agreed')),
  version integer not null constraint ceremony_minutes_version_counts_from_one check (version > 0),
  minutes jsonb not null,
  -- SHA-256 of the canonical JSON of the minutes.
  hash text not null,
  ours_at timestamptz,
  ours_by text,
  theirs_at timestamptz,
  theirs_by text,
  -- What the other side wants changed.
  asked text,
  asked_by text,
  asked_at timestamptz,
  constraint ceremony_minutes_agreed_by_both check (state <> 'agreed' or (ours_at is not null and theirs_at is not null)),
  constraint ceremony_minutes_draft_is_nobodys_yes check (state <> 'draft' or (ours_at is null and theirs_at is null))
);

create table commitment_standing (
  commitment uuid primary key references ceremony_commitment,
  state text not null constraint commitment_state_is_known check (state in (
    'recorded', 'accepted', 'in_progress', 'kept', 'not_kept', 'no_longer_relevant')),
  due date,
  version integer not null constraint commitment_version_counts check (version >= 0)
);
create table commitment_step (
  commitment uuid not null references ceremony_commitment,
  position integer not null,
  act text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  by_party text not null,
  by_name text not null,
  reason text not null,
  primary key (commitment, position)
);

create table ceremony_thanks (
  ceremony uuid not null references ceremony,
  guest text not null,
  sent_at timestamptz not null,
  primary key (ceremony, guest)
);
