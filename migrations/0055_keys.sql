-- Keys people can live with: more than one root over the years, a root whose key is away, what was revoked, and the lists that say so.

alter table signing_authority add column id text;
update signing_authority
  set id = encode(sha256(decode(regexp_replace(certificate, '-----[^-]+-----|\s', '', 'g'), 'base64')), 'hex');
alter table signing_authority
  drop constraint signing_authority_pkey,
  drop constraint signing_authority_is_one,
  drop column only_one,
  alter column id set not null,
  add primary key (id),
  -- SHA-256 of the certificate
  add constraint signing_authority_id_is_a_sha256 check (id ~ '^[0-9a-f]{64}$'),
  -- Null while the key lies in the vault and not here.
  alter column sealed drop not null,
  -- When a key brought back for a task goes away again by itself.
  add column key_until timestamptz,
  -- When another root took its place. What it signed stays signed.
  add column retired_at timestamptz;
create unique index signing_authority_one_is_current on signing_authority ((true)) where retired_at is null;

alter table signing_certificate add column authority text references signing_authority;
update signing_certificate set authority = (select id from signing_authority);
alter table signing_certificate
  -- Who may no longer sign with it, and since when: the post ended, or another certificate was chosen.
  add column ended_at timestamptz;

create table signing_revocation (
  authority text not null references signing_authority,
  serial text not null constraint signing_revocation_serial_is_hex check (serial ~ '^[0-9a-f]+$'),
  reason text not null constraint signing_revocation_reason_is_known
    check (reason in ('unspecified', 'key_lost', 'left_office', 'replaced')),
  -- From when on nothing signed with it counts.
  revoked_at timestamptz not null,
  primary key (authority, serial)
);

-- Every revocation list there was, word for word: each one's hash stands in the log.
create table signing_crl (
  authority text not null references signing_authority,
  number integer not null constraint signing_crl_counts_from_one check (number >= 1),
  der bytea not null,
  sha256 text not null,
  entries integer not null,
  this_update timestamptz not null,
  next_update timestamptz not null,
  primary key (authority, number)
);

-- The newest list of each root of a partner, as its node sent it and we checked it against the root we pinned.
create table partner_crl (
  institution text not null references institution,
  authority text not null,
  number integer not null,
  der bytea not null,
  this_update timestamptz not null,
  next_update timestamptz not null,
  received_at timestamptz not null,
  primary key (institution, authority)
);
