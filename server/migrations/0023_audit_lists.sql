-- The whole trail and one person's of the staff, newest first.
create index audit_time on audit_entries (tenant_id, at desc, id desc);
create index audit_actor on audit_entries (tenant_id, actor, at desc, id desc);
