-- Every page of the register offers partners to choose from, by name; a directory of a hundred thousand institutions was read for it.
create index institution_to_choose on institution (name_en) where not ours and moved_to is null;
