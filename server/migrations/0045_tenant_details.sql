-- The details of a business can change now. Without a time zone of its own it keeps that of its country.
alter table tenants add column time_zone text;
alter table tenants add column version integer not null default 1;
