-- A role may be limited to units, with everything below them, and to types of agreements. What it is compared with names its units.

alter table role
  add column units uuid[] not null default '{}',
  add column kinds text[] not null default '{}',
  -- What concerns the whole house cannot be held for a part of it.
  add constraint role_limited_is_an_officers_or_readers
    check ((units = '{}' and kinds = '{}') or name in ('officer', 'reader'));

-- The unit as chosen from the tree. What was written before there was a tree stays beside it.
alter table agreement_class add column unit_id uuid references unit;
alter table proposal add column unit_id uuid references unit;
alter table approval_route add column unit_id uuid references unit;
create index agreement_class_by_unit on agreement_class (unit_id);
create index proposal_by_unit on proposal (unit_id);

-- The unit of ours that an agreement of the register is for. One that was signed here may have that of its own agreement alone.
alter table agreement_entry add column unit_id uuid references unit;
create index agreement_entry_by_unit on agreement_entry (unit_id);

-- What was written as a unit of ours has is that unit.
update agreement_class set unit_id = (select min(u.id::text)::uuid from unit u join institution i on i.ror = u.institution and i.ours
  where lower(agreement_class.unit) in (lower(u.name_en), lower(u.name_zh)) having count(*) = 1) where unit <> '';
update proposal set unit_id = (select min(u.id::text)::uuid from unit u join institution i on i.ror = u.institution and i.ours
  where lower(proposal.unit) in (lower(u.name_en), lower(u.name_zh)) having count(*) = 1) where unit <> '';
update approval_route set unit_id = (select min(u.id::text)::uuid from unit u join institution i on i.ror = u.institution and i.ours
  where lower(approval_route.unit) in (lower(u.name_en), lower(u.name_zh)) having count(*) = 1) where unit <> '';
