-- Who went with the person, having been merged into them: a backup may bring each of them back alone.
alter table erasures add column absorbed uuid[] not null default '{}';
-- When the person was erased for the first time, before a backup brought them back.
alter table erasures add column repeats timestamptz;
