-- Partners without a node: the nodes we run for them, and who keeps whose half.

-- The institution on whose node this one's half is kept; null where it runs its own.
alter table institution add column kept_by text
  constraint institution_keeper_is_a_ror_id check (kept_by ~ '^0[a-z0-9]{8}$' and kept_by <> ror);

create table hosted_node (
  institution text primary key references institution,
  -- first part of its host name
  label text not null unique
    constraint hosted_node_label_is_a_host_name check (label ~ '^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$'),
  database text not null unique,
  -- the hosted node's own secret key, sealed with ours
  sealed bytea not null,
  state text not null
    constraint hosted_node_state_is_known check (state in ('running', 'ended', 'handed_over', 'moved')),
  started_at timestamptz not null,
  -- when the state was last changed, by whom and why
  changed_at timestamptz not null,
  changed_by text not null,
  reason text not null default ''
);
