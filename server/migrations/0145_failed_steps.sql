-- Of a failed import: the step that it can be resumed with.
alter table imports add column failed_in text check (failed_in in ('checking', 'running', 'undoing'));
