import { route, streamingRoute } from '../../kit/endpoint.ts'
import type { Module } from '../../kit/module.ts'
import { changeSettings, exportAudit, list, names, readSettings, verify } from './contract.ts'
import { AuditAnchored } from './events.ts'
import { readNames } from './names.ts'
import { personalData } from './personal-data.ts'
import { decideRelease, releaseAudit } from './retention/release.ts'
import { changeRetention, readRetention } from './retention/settings.ts'
import { exportTrail, readTrail, verifyTrail } from './trail.ts'

export { acceptRestore, startAnchors, verifyAnchored } from './anchors.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    'audit-release': true
  }
}

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
    route(readSettings, readRetention),
    route(changeSettings, changeRetention),
  ],
  jobs: [
    {
      name: 'release-audit',
      cron: '37 1 * * *',
      summary: 'Releases audit entries that are older than the business keeps them, up to the first under a legal hold',
      forgets: true,
      run: decideRelease,
    },
  ],
  subscribers: [],
  errands: [releaseAudit],
  events: [AuditAnchored],
  personalData,
}
