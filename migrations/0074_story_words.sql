-- What the office finds a story by: all its words, in both languages.
create index story_by_word on story using gin (
  lower(headline_en || ' ' || headline_zh || ' ' || summary_en || ' ' || summary_zh || ' ' || body_en || ' ' || body_zh) gin_trgm_ops);
