-- Nodes that move to another address.

-- A partner's node that says it is reached elsewhere now: believed once an administrator has compared the fingerprint.
create table peer_move (
  institution text primary key references peer,
  address text not null,
  site text not null,
  heard_at timestamptz not null
);

-- Where this node said last that it is reached: what differs at a start is told to the partners.
create table own_address (
  only_one boolean primary key default true constraint own_address_is_one check (only_one),
  address text not null,
  site text not null
);
