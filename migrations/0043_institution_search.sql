-- Institutions of the register found by any part of their names, whatever their number.

alter table institution add column haystack text not null default '';
update institution set haystack = lower(concat_ws(' ', name_en, name_zh, short_en, short_zh, city_en, city_zh, ror));
create index institution_by_word on institution using gin (haystack gin_trgm_ops);
create index partnership_by_state on partnership (state);
create index person_by_name on person (name_latin, id);
create index agreement_entry_by_signing on agreement_entry (signed_on);
