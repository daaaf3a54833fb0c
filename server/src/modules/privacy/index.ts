import type { Module } from '../../kit/module.ts'
import { alarmBreaches } from './breaches/breaches.ts'
import { certifyErasures } from './erasure/certify.ts'
import * as events from './events.ts'
import { buildExports } from './exports/build.ts'
import { expireExports } from './exports/withdraw.ts'
import { personalData } from './personal-data.ts'
import { remindOfDeadlines } from './remind-of-deadlines.ts'
import { alarmRequests } from './requests/alarms.ts'
import { expireGuests } from './retention/guests.ts'
import { flagInactive } from './retention/inactive.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { erase } from './erasure/erase.ts'
export { listErasures } from './erasure/erasure-row.ts'
export { heldAmong } from './erasure/holds.ts'
export { ledgerOf, readLedger } from './erasure/ledger.ts'
export { NEEDS_HUMAN, type Outcome, repeatErasures } from './erasure/repeat.ts'
export { verifyCertificate } from './erasure/signing.ts'
export { countDeadlines } from './overview/count.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    privacy: true
  }
}

export const privacy: Module = {
  name: 'privacy',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'alarm-privacy-requests',
      cron: '3 * * * *',
      summary: 'Alerts about privacy requests that are due soon or overdue',
      run: alarmRequests,
    },
    {
      name: 'alarm-breaches',
      cron: '*/15 * * * *',
      summary: 'Alerts about breaches that are due soon or overdue',
      run: alarmBreaches,
    },
    {
      name: 'expire-privacy-exports',
      cron: '11 * * * *',
      summary: 'Deletes expired exports',
      forgets: true,
      run: expireExports,
    },
    {
      name: 'flag-inactive-customers',
      cron: '17 2 * * *',
      summary: 'Flags inactive customers',
      run: flagInactive,
    },
    {
      name: 'expire-guests',
      cron: '*/10 * * * *',
      summary: 'Erases inactive guests without name, contact, login, order, consent or address',
      forgets: true,
      run: expireGuests,
    },
  ],
  subscribers: [remindOfDeadlines],
  errands: [buildExports, certifyErasures],
  events: Object.values(events),
  personalData,
}
