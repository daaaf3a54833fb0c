import { phasedRoute, route } from '../../kit/endpoint.ts'
import type { Module } from '../../kit/module.ts'
import * as api from './contract.ts'
import { lookUp } from './look-up.ts'
import { personalData } from './personal-data.ts'
import { confirmProposal, forgetProposals, listProposals, makeProposal, refuseProposal } from './propose.ts'
import { sql } from './tables.ts'

export { forAssistants } from './look-up.ts'

export const assistants: Module = {
  name: 'assistants',
  tables: sql.classes,
  growth: sql.growth,
  routes: [
    phasedRoute(api.call, lookUp),
    phasedRoute(api.propose, makeProposal),
    route(api.listProposals, listProposals),
    route(api.confirm, confirmProposal),
    route(api.refuse, refuseProposal),
  ],
  jobs: [
    {
      name: 'forget-proposals',
      cron: '37 * * * *',
      summary: 'Deletes expired proposals of assistants',
      forgets: true,
      run: forgetProposals,
    },
  ],
  subscribers: [],
  errands: [],
  events: [],
  personalData,
}
