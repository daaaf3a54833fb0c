import { audit } from './modules/audit/index.ts'
import { carts } from './modules/carts/index.ts'
import { customers } from './modules/customers/index.ts'
import { events } from './modules/events/index.ts'
import { merging } from './modules/merging/index.ts'
import { privacy } from './modules/privacy/index.ts'
import { tenants } from './modules/tenants/index.ts'

/** The table of contents, from the ground up: a module may know those before it. */
export const modules = [events, tenants, customers, carts, merging, privacy, audit]
