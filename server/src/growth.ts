import { sql as audit } from './kit/audit-chain.ts'
import { sql as counted } from './kit/counted.ts'
import type { Growth } from './kit/growth.ts'
import { sql as idempotency } from './kit/idempotency.ts'
import { modules } from './modules.ts'

/** Of every table there is: what bounds it. docs/what-grows.md is generated from here. */
export const growth: Readonly<Record<string, Growth>> = Object.assign(
  {},
  ...[audit, counted, idempotency, ...modules].map((owner) => owner.growth),
)
