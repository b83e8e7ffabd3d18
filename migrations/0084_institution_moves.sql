-- Institutions the ROR registry merged into another or withdrew: an officer moves what we have of them to the successor. The old row
-- stays, since signed texts and messages name it; it leads to the new one.

alter table institution
  add column moved_to text references institution,
  add column moved_on date,
  -- Names and ids of those that were merged into it, as searched for.
  add column former text not null default '',
  add constraint institution_moves_elsewhere check (moved_to <> ror),
  add constraint institution_moves_on_a_day check ((moved_to is null) = (moved_on is null)),
  add constraint institution_of_ours_stays check (not ours or moved_to is null);
create index institution_by_successor on institution (moved_to) where moved_to is not null;
