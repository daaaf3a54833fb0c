-- Untried: no Citus was at hand. For Citus 12.1 or later, shared_preload_libraries = 'citus' on every node, before anything else there.
-- On every node, in the database kith, as a superuser:
create extension citus;
-- On the coordinator alone; the workers let it in by pg_hba.conf or .pgpass:
select citus_set_coordinator_host('10.0.0.21', 5432);
select citus_add_node('10.0.0.31', 5432);
select citus_add_node('10.0.0.32', 5432);
-- Reference tables only: no tenant's rows on the machine that plans.
select citus_set_node_property('10.0.0.21', 5432, 'shouldhaveshards', false);
-- Then, from a machine of Kith whose servers are stopped: kith migrate, kith db distribute.

-- Later. Shards to a node that was added:
--   select citus_rebalance_start();
-- The shard that `kith db isolate` named, to a node of its own:
--   select citus_move_shard_placement(102345, '10.0.0.31', 5432, '10.0.0.32', 5432);
-- Whether a statement stays in one shard: it says "Task Count: 1". All of queries/ by npm run queries:tasks; one by hand, as its tenant:
--   begin; set local app.tenant = '…'; explain (verbose, costs off) select …; rollback;
