-- Who asked for a code gets a handle with the answer: tries with it and tries without it are counted apart, so that a
-- stranger cannot use up the tries of a customer. A code sent before has none.
alter table verification_codes
  add column handle         bytea,
  add column stray_attempts integer not null default 0;
