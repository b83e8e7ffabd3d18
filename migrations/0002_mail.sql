-- What the try-it node would have mailed, to be read on its own mailbox page.

create table mailbox (
  id bigint generated always as identity primary key,
  -- The outbox item it came from: delivered twice, it is still one mail.
  outbox_id bigint not null unique,
  to_name text not null,
  to_address text not null,
  language text not null
    constraint mailbox_language_is_known check (language in ('en', 'zh')),
  subject text not null,
  body_text text not null,
  sent_at timestamptz not null
);
create index mailbox_newest_first on mailbox (sent_at desc, id desc);
