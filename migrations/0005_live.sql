-- What open pages follow: a number per topic that grows with every change.

create table live_revision (
  topic text primary key
    constraint live_topic_fits_a_notification check (topic ~ '^[^[:cntrl:][:space:]]{1,200}$'),
  revision bigint not null
);
