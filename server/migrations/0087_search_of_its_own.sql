-- What search reads, in a narrow row of its own: orders, visits and sign-ins write none of it. docs/decisions/0018
create table customer_search (
  tenant_id   uuid        not null,
  id          uuid        not null,
  -- The last change of what the customer is found by.
  changed_at  timestamptz not null,
  -- Keyed hashes: words, their beginnings and sounds, phones, e-mails, the number.
  tokens      integer[]   not null,
  -- Made by earlier rules; a job gives it the present ones.
  outdated    boolean     not null default false,
  primary key (tenant_id, id)
);
-- Row security binds the owner, too.
alter table customers no force row level security;
insert into customer_search (tenant_id, id, changed_at, tokens, outdated)
  select tenant_id, id, updated_at, tokens, true from customers where cardinality(tokens) > 0;
alter table customers force row level security;
call protect('customer_search');
create index customer_search_latest on customer_search (tenant_id, changed_at, id);
-- A long list of rows that wait for the index would be read by every search.
create index customer_search_tokens on customer_search using gin (tokens) with (gin_pending_list_limit = 256);
create index customer_search_outdated on customer_search (tenant_id, id) where outdated;
-- The server chooses between the two indexes by what it has seen; a plan must not hang on a statistic of all tenants.
alter table customer_search alter column tokens set statistics 0;

-- The view of decision 2 now shows this table. Its condition is written so that no index on the tenant serves it: who looks
-- for a token comes by the tokens, and who goes by date names the tenant again.
create policy search_by_token on customer_search for select to kith_search using (true);
grant select (tenant_id, id, tokens, changed_at) on customer_search to kith_search;
create or replace view customer_tokens with (security_invoker = false) as
  select tenant_id, id, tokens, changed_at as updated_at from customer_search
  where (tenant_id = (select current_tenant())) is true;
drop policy search_by_token on customers;
revoke select (tenant_id, id, tokens, updated_at) on customers from kith_search;

-- The column stays for one release: while the one before still serves, what it writes there is carried over.
drop index customers_tokens;
alter table customers alter column tokens set default '{}';
create function carry_tokens_over() returns trigger language plpgsql as $$
begin
  if new.sealed is null then
    delete from customer_search where tenant_id = new.tenant_id and id = new.id;
  elsif cardinality(new.tokens) > 0 then
    insert into customer_search (tenant_id, id, changed_at, tokens, outdated)
      values (new.tenant_id, new.id, new.updated_at, new.tokens, true)
      on conflict (tenant_id, id) do update
        set changed_at = excluded.changed_at, tokens = excluded.tokens, outdated = true;
  end if;
  return null;
end $$;
create trigger carry_tokens_over_made after insert on customers for each row
  when (cardinality(new.tokens) > 0) execute function carry_tokens_over();
create trigger carry_tokens_over_changed after update of tokens on customers for each row
  execute function carry_tokens_over();
