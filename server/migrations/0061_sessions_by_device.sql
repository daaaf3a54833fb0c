-- Whether somebody was ever here from this device is asked at every sign-in: found at once, however many sessions there were.
create index sessions_device on account_sessions (tenant_id, account_id, device);
drop index sessions_account;
