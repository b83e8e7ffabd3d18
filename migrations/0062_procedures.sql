-- How this house makes agreements: its types of agreements, the ways of approval, who stands in for whom, who may sign what.

create table agreement_type (
  key text primary key constraint agreement_type_key_is_plain check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  name_en text not null constraint agreement_type_has_an_english_name check (btrim(name_en) <> ''),
  name_zh text not null constraint agreement_type_has_a_chinese_name check (btrim(name_zh) <> ''),
  -- The register's own kind under which agreements of this type are counted.
  counts_as text not null constraint agreement_type_counts_as_a_kind check (counts_as in ('memorandum', 'key', 'exchange',
    'joint_training', 'joint_degree', 'research', 'seed_fund', 'data_sharing', 'amendment', 'extension', 'other')),
  -- Usual length and notice; null where they are open.
  term_months integer constraint agreement_type_term_is_months check (term_months between 1 and 600),
  notice_months integer constraint agreement_type_notice_is_months check (notice_months between 0 and 36),
  retired_at timestamptz,
  revision integer not null default 1
);
insert into agreement_type (key, name_en, name_zh, counts_as, term_months, notice_months) values
  ('key', 'Key partnership agreement', '重点合作伙伴协议', 'key', 60, 6),
  ('memorandum', 'Memorandum of understanding', '谅解备忘录', 'memorandum', 60, 6),
  ('exchange', 'Student exchange', '学生交换', 'exchange', 60, 6),
  ('joint_training', 'Joint training', '联合培养', 'joint_training', 60, 6),
  ('joint_degree', 'Joint or dual degree', '联合学位或双学位', 'joint_degree', 60, 12),
  ('research', 'Research', '科研合作', 'research', 36, 3),
  ('seed_fund', 'Seed fund', '种子基金', 'seed_fund', 24, 3),
  ('data_sharing', 'Data sharing', '数据共享', 'data_sharing', 36, 3),
  ('other', 'Other', '其他', 'other', null, null);

-- What approvers of this house are for, beside the steps its configuration names. An approver's role carries the key.
create table approver_duty (
  key text primary key constraint approver_duty_key_is_plain check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  label_en text not null constraint approver_duty_has_an_english_label check (btrim(label_en) <> ''),
  label_zh text not null constraint approver_duty_has_a_chinese_label check (btrim(label_zh) <> ''),
  created_at timestamptz not null
);

-- A way of approval and what it is for. Tried in their order; the first that fits an agreement is its own.
create table approval_route (
  id uuid primary key,
  position integer not null,
  name_en text not null constraint approval_route_has_an_english_name check (btrim(name_en) <> ''),
  name_zh text not null constraint approval_route_has_a_chinese_name check (btrim(name_zh) <> ''),
  -- Types and risks it is for; none means every one.
  kinds text[] not null,
  risks text[] not null constraint approval_route_risks_are_known check (risks <@ array['low', 'medium', 'high']),
  extent text not null constraint approval_route_extent_is_known check (extent in ('any', 'university', 'unit')),
  unit text not null constraint approval_route_names_a_unit_only_for_units check (unit = '' or extent = 'unit'),
  steps jsonb not null constraint approval_route_has_steps check (jsonb_array_length(steps) > 0),
  revision integer not null default 1,
  retired_at timestamptz
);

-- Who acts for whom, from one day to another, both included.
create table stand_in (
  id uuid primary key,
  for_account uuid not null references account,
  account uuid not null references account,
  -- '' for every duty of the person.
  duty text not null,
  from_on date not null,
  to_on date not null,
  reason text not null constraint stand_in_has_a_reason check (btrim(reason) <> ''),
  given_by uuid not null references account,
  given_at timestamptz not null,
  ended_by uuid references account,
  ended_at timestamptz,
  constraint stand_in_is_somebody_else check (for_account <> account),
  constraint stand_in_ends_after_it_begins check (to_on >= from_on),
  constraint stand_in_end_names_who check ((ended_at is null) = (ended_by is null))
);
create index stand_in_by_account on stand_in (account) where ended_at is null;

-- Who may sign for the university, and what: by type, risk and value.
create table sign_authority (
  id uuid primary key,
  account uuid not null references account,
  kinds text[] not null,
  risk text not null constraint sign_authority_risk_is_known check (risk in ('low', 'medium', 'high')),
  -- The most an agreement may be worth; null for any value.
  value_up_to numeric(16, 2) constraint sign_authority_value_is_not_negative check (value_up_to >= 0),
  currency text not null default '' constraint sign_authority_currency_is_a_code check (currency ~ '^([A-Z]{3})?$'),
  from_on date not null,
  to_on date,
  -- The document it rests on.
  basis text not null constraint sign_authority_has_a_basis check (btrim(basis) <> ''),
  given_by uuid not null references account,
  given_at timestamptz not null,
  ended_by uuid references account,
  ended_at timestamptz,
  constraint sign_authority_value_names_its_currency check ((value_up_to is null) = (currency = '')),
  constraint sign_authority_ends_after_it_begins check (to_on >= from_on),
  constraint sign_authority_end_names_who check ((ended_at is null) = (ended_by is null))
);

-- After how many days a stage of an agreement counts as waiting too long.
create table stage_target (
  stage text primary key constraint stage_target_stage_is_known check (stage in ('drafting', 'negotiating', 'freezing', 'approving', 'signing')),
  days integer not null constraint stage_target_is_days check (days between 1 and 1000)
);
insert into stage_target (stage, days) values ('drafting', 14), ('negotiating', 14), ('freezing', 7), ('approving', 14), ('signing', 14);

-- What our side takes an agreement to be. Never crosses.
create table agreement_class (
  agreement uuid primary key references agreement,
  kind text not null references agreement_type,
  unit text not null,
  risk text constraint agreement_class_risk_is_known check (risk in ('low', 'medium', 'high')),
  value numeric(16, 2) constraint agreement_class_value_is_not_negative check (value >= 0),
  currency text not null default '' constraint agreement_class_currency_is_a_code check (currency ~ '^([A-Z]{3})?$'),
  -- Who asked for it; they approve it as little as those who wrote in it.
  proposer uuid references account,
  constraint agreement_class_value_names_its_currency check ((value is null) = (currency = ''))
);

-- Our way of approval of a frozen text, as it was when the text was frozen.
create table agreement_route (
  agreement uuid not null references agreement,
  version integer not null,
  round integer not null,
  route uuid references approval_route,
  name_en text not null,
  name_zh text not null,
  steps jsonb not null,
  fixed_at timestamptz not null,
  primary key (agreement, version, round)
);

-- An approver's no, with the reason; the text was reopened with it.
create table agreement_rejection (
  id uuid primary key,
  agreement uuid not null references agreement,
  version integer not null,
  round integer not null,
  step text not null,
  label_en text not null,
  label_zh text not null,
  account uuid not null references account,
  by_name text not null,
  for_name text,
  reason text not null constraint agreement_rejection_has_a_reason check (btrim(reason) <> ''),
  at timestamptz not null
);
create index agreement_rejection_by_agreement on agreement_rejection (agreement, at);

-- In whose place an approval was given.
alter table agreement_approval add column for_account uuid references account;
alter table agreement_approval add column for_name text;
