import { route, streamingRoute } from '../../kit/endpoint.ts'
import type { Module } from '../../kit/module.ts'
import { exportAudit, list, names, verify } from './contract.ts'
import { AuditAnchored } from './events.ts'
import { readNames } from './names.ts'
import { personalData } from './personal-data.ts'
import { exportTrail, readTrail, verifyTrail } from './trail.ts'

export { acceptRestore, startAnchors, verifyAnchored } from './anchors.ts'

/** Keeps nothing itself: the kit writes the trail, and what it says of a person is sealed with that person's key. */
export const audit: Module = {
  name: 'audit',
  tables: {},
  growth: {},
  routes: [
    route(list, readTrail),
    streamingRoute(exportAudit, exportTrail),
    route(names, readNames),
    route(verify, verifyTrail),
  ],
  jobs: [],
  subscribers: [],
  errands: [],
  events: [AuditAnchored],
  personalData,
}
