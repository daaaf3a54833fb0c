-- How far a run has come, where the job knows how much there is: told now and then, not with every row.
alter table job_runs
  add column done integer,
  add column total integer,
  add constraint job_runs_progress check ((done is null) = (total is null) and done between 0 and total);
