-- Null for customers of every segment.
alter table webhook_endpoints add column segments text[];
