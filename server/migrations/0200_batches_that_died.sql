-- What a batch is to merge, until it has: one whose process died is finished by the same request. And what was refused of it.
alter table duplicate_batches add column plan jsonb, add column refused jsonb not null default '[]';
