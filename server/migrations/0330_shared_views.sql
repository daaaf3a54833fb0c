-- A view that its owner shares is in everyone's list of views, and may be changed by those who may share.
alter table customer_views add column shared boolean not null default false;
create index customer_views_shared on customer_views (tenant_id, created_at, id) where shared;
