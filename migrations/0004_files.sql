-- Files, kept by what they hold: the name of a file is the SHA-256 of its bytes.

create table file (
  sha256 text primary key
    constraint file_is_named_by_its_hash check (sha256 = encode(sha256(bytes), 'hex')),
  type text not null
    constraint file_type_is_a_media_type check (type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  bytes bytea not null
);
-- PDFs and images are compressed already.
alter table file alter column bytes set storage external;
