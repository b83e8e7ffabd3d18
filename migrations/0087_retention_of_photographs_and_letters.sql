-- Photographs no story shows, and letters long sent, have their rule like everything else that names people.

alter table retention_rule drop constraint retention_kind_is_known;
alter table retention_rule add constraint retention_kind_is_known
  check (kind in ('agreements', 'proposals', 'contacts', 'comments', 'guests', 'photographs', 'letters'));
alter table retention_act drop constraint retention_act_kind_is_known;
alter table retention_act add constraint retention_act_kind_is_known
  check (kind in ('proposals', 'contacts', 'comments', 'guests', 'photographs', 'letters'));

-- Since when a photograph is out of its story; of those taken out before this column was there, the journal knows.
alter table story_photo add column removed_at timestamptz;
update story_photo p set removed_at = coalesce(
  (select max(j.at) from journal j where j.subject_kind = 'story' and j.subject_id = p.story::text
    and j.act = 'story.photo_taken_out' and j.detail->>'photo' = p.number::text),
  now())
  where removed;
alter table story_photo add constraint story_photo_taken_out_at_a_time check (removed = (removed_at is not null));

-- A number once given never means another photograph, also when the photograph is forgotten.
create table story_photo_forgotten (
  story uuid not null references story,
  number integer not null,
  primary key (story, number)
);
