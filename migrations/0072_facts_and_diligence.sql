-- Facts of institutions are looked at again and noted; answers of due diligence are ours alone and expire.

alter table institution_fact
  -- When someone last looked whether it still holds; null: never since it was written down, as of its own day.
  add column checked_on date;

create table due_diligence (
  -- Later answers to a topic have higher numbers.
  id bigint generated always as identity primary key,
  institution text not null references institution,
  topic text not null constraint due_diligence_topic_is_known check (topic in (
    'legal_standing', 'sanctions_and_export_control', 'research_security', 'finance', 'data_protection', 'academic_quality', 'reputation')),
  risk text not null constraint due_diligence_risk_is_known check (risk in ('low', 'medium', 'high')),
  answer text not null constraint due_diligence_says_something check (answer <> ''),
  source text not null default '',
  answered_on date not null,
  expires_on date not null,
  by_name text not null,
  at timestamptz not null,
  constraint due_diligence_expires_after_its_answer check (expires_on > answered_on)
);
create index due_diligence_by_institution on due_diligence (institution, topic, id);
create index due_diligence_by_expiry on due_diligence (expires_on);
