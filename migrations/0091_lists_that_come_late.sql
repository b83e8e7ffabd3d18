-- Whether a revocation list was missing when this was added: once it is here, the next is added before its time.
alter table signing_preservation add column lacks_lists boolean not null default false;
