-- What the public site needs: where institutions stand, and how much of a concluded agreement anyone may read.

alter table institution
  add column latitude double precision,
  add column longitude double precision,
  add constraint institution_latitude_is_degrees check (latitude between -90 and 90),
  add constraint institution_longitude_is_degrees check (longitude between -180 and 180),
  add constraint institution_place_is_whole check ((latitude is null) = (longitude is null));

-- Who decided how much of an agreement is public, and on what the partner's consent rests. The latest row holds; none means listed.
create table agreement_publicity (
  id bigint generated always as identity primary key,
  agreement uuid not null references agreement,
  extent text not null constraint publicity_extent_is_known check (extent in ('hidden', 'listed', 'document')),
  reason text not null default '',
  by_name text not null,
  at timestamptz not null,
  constraint publicity_of_the_document_has_a_reason check (extent <> 'document' or reason <> '')
);
create index agreement_publicity_by_agreement on agreement_publicity (agreement, id);
