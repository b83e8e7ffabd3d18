-- Certificates office-holders bring along, their keys in a file, a hardware module or with a remote service; and whose a certificate of ours is.

alter table signing_certificate
  -- As in the agreement; null for those given before this was kept.
  add column name_latin text,
  add column title_en text;

create table own_certificate (
  id uuid primary key,
  -- The name in it, by which the signatory is found.
  name text not null constraint own_certificate_has_a_name check (name <> ''),
  kind text not null constraint own_certificate_kind_is_known check (kind in ('pkcs12', 'pkcs11', 'csc')),
  certificate text not null,
  -- Certificates between it and its root, PEM, in order; may be empty.
  between text not null,
  root text not null,
  root_id text not null constraint own_certificate_root_is_named_by_sha256 check (root_id ~ '^[0-9a-f]{64}$'),
  -- The key itself, or what opens it where it is.
  sealed bytea not null,
  not_after timestamptz not null,
  chosen_at timestamptz not null,
  ended_at timestamptz
);
create unique index own_certificate_one_in_use on own_certificate (name) where ended_at is null;
