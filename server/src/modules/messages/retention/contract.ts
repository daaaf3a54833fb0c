import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { KeepDays, KeptDays, SHORTENS_AFTER_DAYS } from '../../tenants/contract.ts'

const tag = 'Messages'

export const readRetention = endpoint({
  method: 'get',
  path: '/api/v1/settings/messages',
  summary: 'Read for how many days messages are kept',
  tag,
  allow: 'settings:manage',
  output: KeptDays,
  refuses: [],
})

export const changeRetention = endpoint({
  method: 'put',
  path: '/api/v1/settings/messages',
  summary: 'Change for how many days messages are kept',
  description: `A shorter time takes effect ${SHORTENS_AFTER_DAYS} days later; until then the former one counts. Then the job \`forget-messages\` deletes older messages, with their part of the statistics; what a legal hold covers stays. Texts and addresses are removed after 30 days in any case.`,
  tag,
  allow: 'settings:manage',
  freshProof: true,
  body: z.strictObject({ keepDays: KeepDays }),
  output: KeptDays,
  refuses: [],
})
