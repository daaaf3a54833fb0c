-- A link says itself what it is for, signed; the row only knows which one counts.
alter table privacy_exports drop column link, drop column link_until;
alter table privacy_exports add column link uuid;
