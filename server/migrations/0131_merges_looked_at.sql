-- How alike the two of a merge are, as an undo would give them: when they were merged and now. A merge whose score has fallen
-- is doubted.
create table duplicate_merges (
  tenant_id     uuid        not null,
  merge_id      uuid        not null,
  from_id       uuid        not null,
  into_id       uuid        not null,
  score_then    real        not null,
  score         real        not null,
  doubted_since timestamptz,
  primary key (tenant_id, merge_id),
  foreign key (tenant_id, from_id) references customers (tenant_id, id),
  foreign key (tenant_id, into_id) references customers (tenant_id, id)
);
create index duplicate_merges_from on duplicate_merges (tenant_id, from_id);
create index duplicate_merges_into on duplicate_merges (tenant_id, into_id);
create index duplicate_merges_doubted on duplicate_merges (tenant_id, doubted_since) where doubted_since is not null;
call protect('duplicate_merges');

-- Address, city and former phones are compared as well now. Row security binds the owner, too.
alter table duplicate_people no force row level security;
update duplicate_people set outdated = true where not outdated;
alter table duplicate_people force row level security;
