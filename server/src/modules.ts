import { consent } from './modules/consent/index.ts'
import { customers } from './modules/customers/index.ts'
import { events } from './modules/events/index.ts'
import { messages } from './modules/messages/index.ts'
import { preferences } from './modules/preferences/index.ts'
import { tenants } from './modules/tenants/index.ts'

/** The table of contents, from the ground up: a module may know those before it. */
export const modules = [events, tenants, customers, messages, preferences, consent]
