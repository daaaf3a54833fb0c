-- Several codes of one contact and purpose are waited for at once, those of each asker apart: what a stranger asks for
-- ends nothing that a customer waits for. The asker of a code sent before is not known.
alter table verification_codes
  add column id    uuid not null default gen_random_uuid(),
  add column asker bytea,
  drop constraint verification_codes_pkey,
  add primary key (tenant_id, id);
alter table verification_codes alter column id drop default;
create index verification_codes_contact on verification_codes (tenant_id, type, contact, purpose);
