-- Every change of a record, with what stood there before and after, whoever makes it: written by the database itself, in the act's own
-- transaction. And the auditor, who sees everything and changes nothing.

alter table role drop constraint role_name_is_known;
alter table role add constraint role_name_is_known
  check (name in ('administrator', 'officer', 'editor', 'approver', 'signatory', 'reader', 'auditor'));

-- One id for all that happens in one transaction.
create function act_id() returns uuid language plpgsql as $$
declare
  known text := current_setting('chirograph.act', true);
begin
  if known is null or known = '' then
    known := gen_random_uuid()::text;
    perform set_config('chirograph.act', known, true);
  end if;
  return known::uuid;
end $$;

alter table journal add column act_group uuid;
alter table journal alter column act_group set default act_id();
create index journal_by_time on journal (at desc, id desc);
create index journal_by_group on journal (act_group);

create table row_change (
  id bigint generated always as identity primary key,
  act_group uuid not null,
  record text not null,
  key text not null,
  before jsonb not null,
  -- Empty where the row was deleted.
  after jsonb not null
);
create index row_change_by_group on row_change (act_group);

-- Arguments: the key's column; columns that are worked out from others; columns whose change is noted but not what stood there:
-- contact data that was taken out must not live on here.
create function note_change() returns trigger language plpgsql as $$
declare
  old_row jsonb := to_jsonb(old);
  new_row jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  left_out text[] := string_to_array(tg_argv[1], ',');
  masked text[] := string_to_array(tg_argv[2], ',');
  was jsonb;
  becomes jsonb;
begin
  select jsonb_object_agg(k, case when k = any(masked) then '"…"'::jsonb else old_row -> k end),
    jsonb_object_agg(k, case when k = any(masked) then '"…"'::jsonb else coalesce(new_row -> k, 'null'::jsonb) end)
    into was, becomes
    from jsonb_object_keys(old_row) as k
    where old_row -> k is distinct from new_row -> k and not k = any(left_out);
  if was is not null then
    insert into row_change (act_group, record, key, before, after)
      values (act_id(), tg_table_name, old_row ->> tg_argv[0], was, case when tg_op = 'DELETE' then '{}'::jsonb else becomes end);
  end if;
  return null;
end $$;

create trigger changes after update or delete on account for each row execute function note_change('id', '', '');
create trigger changes after update or delete on role for each row execute function note_change('account_id', '', '');
create trigger changes after update or delete on institution for each row execute function note_change('ror', 'haystack', '');
create trigger changes after update or delete on institution_fact for each row execute function note_change('institution', '', '');
create trigger changes after update or delete on partnership for each row execute function note_change('id', '', '');
create trigger changes after update or delete on partnership_lead for each row execute function note_change('id', '', '');
create trigger changes after update or delete on person for each row
  execute function note_change('id', 'terms,joined,revision', 'email,phone,assistant,basis_note,note');
create trigger changes after update or delete on post for each row execute function note_change('id', '', '');
create trigger changes after update or delete on agreement_entry for each row execute function note_change('id', 'revision', '');
create trigger changes after update or delete on agreement_label for each row execute function note_change('agreement', '', '');
create trigger changes after update or delete on ceremony for each row execute function note_change('id', '', '');
create trigger changes after update or delete on ceremony_sheet for each row execute function note_change('ceremony', '', '');
create trigger changes after update or delete on story for each row execute function note_change('id', 'revision', '');
