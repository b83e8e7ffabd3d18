-- The whole life of a partnership. Each step names where it was decided; a review that renews is opened by one person and approved by another.

alter table partnership_step
  -- Minutes, a reference number or an address: where the decision is written.
  add column evidence text not null default '',
  -- Who did it, where it was an account of this node.
  add column account uuid references account;

-- Months without recorded activity after which a partnership counts as dormant.
alter table partnership
  add column dormant_after integer not null default 24
    constraint partnership_dormant_after_is_months check (dormant_after between 1 and 120);
