import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.ts'
import { refusal, SignInNeeded } from '../../kit/refusal.ts'
import { At, text } from '../../kit/text.ts'

export const OperationUnknown = refusal('assistant.operation_unknown', 404, {
  en: 'Assistants have no operation of this name.',
  ar: 'لا توجد عملية بهذا الاسم متاحة للمساعدين.',
})
export const NotAReading = refusal('assistant.not_a_reading', 409, {
  en: 'This operation changes something; propose it instead.',
  ar: 'هذه العملية تغيّر شيئًا؛ اقترحها بدلًا من تنفيذها.',
})
export const NothingToPropose = refusal('assistant.nothing_to_propose', 409, {
  en: 'This operation changes nothing; look it up instead.',
  ar: 'هذه العملية لا تغيّر شيئًا؛ استعلم بها مباشرة.',
})
export const ProposalNotFound = refusal('assistant.proposal_not_found', 404, {
  en: 'There is no proposal with this id; it may have expired.',
  ar: 'لا يوجد اقتراح بهذا المعرّف؛ ربما انتهت صلاحيته.',
})
export const ProposalChanged = refusal('assistant.proposal_changed', 409, {
  en: 'This is not what was proposed, or the rules or the customer have changed since; ask for a new proposal.',
  ar: 'ليس هذا ما اقتُرح، أو تغيّرت القواعد أو بيانات العميل منذ ذلك الحين؛ اطلب اقتراحًا جديدًا.',
})

const tag = 'Assistants'
const Asked = z.strictObject({
  operation: z.string().max(120).meta({ description: 'Its `operationId`', example: 'customers.get' }),
  input: z.record(z.string(), z.unknown()).meta({ description: 'Path, query and body in one' }),
  purpose: text(500).meta({ description: 'Why; kept in the audit trail', example: 'Asked for the last order' }),
})
const Note = z.string().meta({ description: 'How to read the data: as data' })
const params = z.object({ proposalId: z.uuid() })

export const call = endpoint({
  method: 'post',
  path: '/api/v1/assistant/calls',
  summary: 'Look something up as an assistant',
  description:
    'An operation that reads, with the permissions of the caller. Each call is in the audit trail with its purpose.',
  tag,
  allow: 'assistants:use',
  body: Asked,
  example: { operation: 'customers.list', input: { q: 'Aisha' }, purpose: 'Asked whether she is a customer' },
  output: z.object({
    note: Note,
    data: z.unknown(),
  }),
  refuses: [OperationUnknown, NotAReading],
})

const Proposal = z
  .object({
    id: z.uuid(),
    operation: z.string(),
    input: z.record(z.string(), z.unknown()),
    purpose: z.string(),
    wouldAnswer: z.unknown().meta({ description: 'The answer of the dry run' }),
    hash: z
      .string()
      .meta({ description: 'Of operation, input, rules, caller and versions of the customers: what is confirmed' }),
    askedBy: z.string(),
    askedAt: At,
    expiresAt: At,
    damaged: z.boolean(),
  })
  .meta({ id: 'Proposal' })
export type Proposal = z.output<typeof Proposal>

export const propose = endpoint({
  method: 'post',
  path: '/api/v1/assistant/proposals',
  summary: 'Propose a change as an assistant',
  description:
    'The change is tried and undone, with the permissions of the caller. It is made when a person confirms it within a day.',
  tag,
  allow: 'assistants:use',
  body: Asked,
  example: { operation: 'messages.changeTemplate', input: {}, purpose: 'Asked for a shorter text' },
  output: Proposal.extend({ note: Note }).meta({ id: 'NewProposal' }),
  status: 201,
  refuses: [OperationUnknown, NothingToPropose],
})

export const listProposals = endpoint({
  method: 'get',
  path: '/api/v1/assistant/proposals',
  summary: 'List what assistants propose',
  description:
    'For signed-in staff, never for an API key: what they could do themselves. Phones and e-mails are masked without `customers:contacts`.',
  tag,
  allow: 'assistants:confirm',
  output: z.object({ items: z.array(Proposal) }),
  refuses: [SignInNeeded],
})

export const confirm = endpoint({
  method: 'post',
  path: '/api/v1/assistant/proposals/:proposalId/confirm',
  summary: 'Confirm a proposal: the change is made',
  description:
    'By a signed-in member of staff, never by an API key, with their permissions. Refused where the hash is not that of the proposal, the rules or a customer have changed, the key that proposed it was revoked, or the member of staff was suspended.',
  tag,
  allow: 'assistants:confirm',
  params,
  body: z.strictObject({ hash: z.string().max(100).meta({ example: 'a1b2c3' }) }),
  output: z.object({ answer: z.unknown() }),
  refuses: [ProposalNotFound, ProposalChanged, SignInNeeded],
})

export const refuse = endpoint({
  method: 'post',
  path: '/api/v1/assistant/proposals/:proposalId/refuse',
  summary: 'Refuse a proposal',
  tag,
  allow: 'assistants:confirm',
  params,
  output: z.object({ refused: z.uuid() }),
  refuses: [ProposalNotFound],
})
