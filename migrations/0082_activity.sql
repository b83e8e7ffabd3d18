-- What happened between us and a partner, where somebody wrote it down by hand: the rest is read from the records themselves. And what
-- was decided where a partnership seemed to be asleep.

create table noted_activity (
  id uuid primary key,
  partner text not null references institution,
  happened_on date not null,
  kind text not null constraint noted_activity_kind_is_known
    check (kind in ('visit', 'meeting', 'exchange', 'teaching', 'research', 'event', 'other')),
  title_en text not null default '',
  title_zh text not null default '',
  source text not null constraint noted_activity_has_a_source check (source <> ''),
  by_name text not null,
  at timestamptz not null,
  constraint noted_activity_says_what check (title_en <> '' or title_zh <> '')
);
create index noted_activity_by_partner on noted_activity (partner, happened_on);
create trigger changes after update or delete on noted_activity for each row execute function note_change('id', '', '');

-- Never a state of the partnership: a mark with author and reason, which ends by itself when something happens again.
create table dormancy_decision (
  -- The latest of a partnership holds.
  id bigint generated always as identity primary key,
  partnership uuid not null references partnership,
  decision text not null constraint dormancy_decision_is_known check (decision in ('dormant', 'awake')),
  reason text not null constraint dormancy_decision_has_a_reason check (reason <> ''),
  decided_on date not null,
  by_name text not null,
  account uuid references account,
  at timestamptz not null
);
create index dormancy_decision_by_partnership on dormancy_decision (partnership, id desc);

-- The last thing that happened with each partner is asked for often.
create index agreement_by_partner on agreement (partner);
create index agreement_version_by_agreement on agreement_version (agreement, sent_at);
