-- Every customer that the dry run of a proposal touched or named: an erasure of any of them deletes it.
alter table proposals add column about uuid[] not null default '{}';
update proposals set about = array[customer_id] where customer_id is not null;
