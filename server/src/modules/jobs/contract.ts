import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.ts'
import { refusal } from '../../kit/refusal.ts'
import { At } from '../../kit/text.ts'

export const JobNotFound = refusal('job.not_found', 404, {
  en: 'No job has this name.',
  ar: 'لا توجد مهمة بهذا الاسم.',
})
export const JobUnderWay = refusal('job.under_way', 409, {
  en: 'This job is already waiting or running.',
  ar: 'هذه المهمة قيد الانتظار أو التنفيذ بالفعل.',
})

const tag = 'Jobs'

export const Run = z
  .object({
    id: z.uuid(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    askedBy: z.string().nullable().meta({ description: 'Null: on schedule' }),
    askedAt: At,
    startedAt: At.nullable(),
    finishedAt: At.nullable(),
    progress: z
      .object({ done: z.int(), total: z.int() })
      .nullable()
      .meta({ description: 'Progress, updated at intervals; null if unknown' }),
  })
  .meta({ id: 'JobRun' })
export type Run = z.output<typeof Run>

export const listJobs = endpoint({
  method: 'get',
  path: '/api/v1/jobs',
  summary: 'List the scheduled jobs, with their last runs in this business',
  tag,
  allow: 'jobs:run',
  output: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        summary: z.string(),
        forgets: z.boolean().meta({ description: 'Whether it deletes data for good' }),
        cron: z.string().meta({ description: 'In UTC' }),
        nextAt: At,
        usualMs: z.number().nullable().meta({ description: 'Median duration of the successful runs below' }),
        runs: z.array(Run).meta({ description: 'Newest first' }),
      }),
    ),
  }),
  refuses: [],
})

export const runJob = endpoint({
  method: 'post',
  path: '/api/v1/jobs/:name/runs',
  summary: 'Run a job now, for this business only',
  description: 'Runs in the background; the result appears in the list of jobs.',
  tag,
  allow: 'jobs:run',
  params: z.object({ name: z.string().max(80) }),
  output: Run,
  status: 202,
  refuses: [JobNotFound, JobUnderWay],
})
