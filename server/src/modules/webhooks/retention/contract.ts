import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { KeepDays, KeptDays, SHORTENS_AFTER_DAYS } from '../../tenants/contract.ts'

const tag = 'Events'

export const readRetention = endpoint({
  method: 'get',
  path: '/api/v1/settings/events',
  summary: 'Read for how many days events are kept',
  tag,
  allow: 'settings:manage',
  output: KeptDays,
  refuses: [],
})

export const changeRetention = endpoint({
  method: 'put',
  path: '/api/v1/settings/events',
  summary: 'Change for how many days events are kept',
  description: `For lists, streams and sending again. A shorter time takes effect ${SHORTENS_AFTER_DAYS} days later; until then the former one counts. Then the job \`forget-delivered-events\` deletes older events that every subscriber has heard; what a legal hold covers stays.`,
  tag,
  allow: 'settings:manage',
  freshProof: true,
  body: z.strictObject({ keepDays: KeepDays }),
  output: KeptDays,
  refuses: [],
})
