-- Agreements signed in ink: two originals, what each bears, its scan, and a second person who compared them.

create table paper_original (
  entry uuid not null references agreement_entry,
  -- Whose signatory it names; the original that side keeps.
  side text not null constraint paper_side_is_known check (side in ('ours', 'theirs')),
  signer_latin text not null default '',
  signer_native text not null default '',
  -- As held on the day of signing.
  title_en text not null default '',
  title_zh text not null default '',
  signed_on date,
  place text not null default '',
  -- The official seal 公章 beside the signature.
  sealed boolean not null default false,
  witness text not null default '',
  scan uuid references agreement_entry_file,
  entered_by uuid not null references account,
  by_name text not null,
  at timestamptz not null,
  revision integer not null default 1,
  primary key (entry, side)
);

create table paper_check (
  entry uuid primary key references agreement_entry,
  checked_by uuid not null references account,
  by_name text not null,
  at timestamptz not null
);
