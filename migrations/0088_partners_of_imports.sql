-- Which partners a list brought into the register: they leave it again with the list, unless somebody works with them by then.

create table entry_import_partner (
  import uuid not null references entry_import,
  ror text not null constraint entry_import_partner_ror_has_nine_characters check (ror ~ '^0[a-z0-9]{8}$'),
  -- Why it stayed when the list was taken back; empty where it did not stay, or nothing was taken back.
  stays text constraint entry_import_partner_stays_for_a_reason check (stays in ('agreements', 'worked_with')),
  primary key (import, ror)
);
