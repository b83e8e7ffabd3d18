-- What an agreement follows: an amendment, extension or renewal names the concluded agreement before it.

alter table agreement
  add column follows uuid references agreement,
  add column follows_how text constraint agreement_follows_how_is_known check (follows_how in ('amendment', 'extension', 'renewal')),
  add constraint agreement_follows_says_how check ((follows is null) = (follows_how is null)),
  add constraint agreement_follows_another check (follows <> id);
create index agreement_by_what_it_follows on agreement (follows);
