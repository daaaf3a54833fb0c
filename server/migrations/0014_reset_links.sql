-- Who asked for a new password is looked up behind the answer, by an errand that finds what waits.
alter table sign_in_flows drop constraint sign_in_flows_kind_check;
alter table sign_in_flows add constraint sign_in_flows_kind_check
  check (kind in ('oidc', 'nonce', 'new_passkey', 'passkey', 'reset_asked'));
grant select (tenant_id, kind) on sign_in_flows to kith_platform;
create policy platform_finds_resets on sign_in_flows for select to kith_platform using (kind = 'reset_asked');
