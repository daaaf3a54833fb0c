import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'customers:read': 'Find and read customers',
  'customers:write': 'Create and change customers',
  'customers:contacts': 'See phones and e-mails unmasked',
  'customers:reveal': 'Unmask one customer’s phone and e-mail at a time, with a reason',
  'customers:deactivate': 'Deactivate, suspend and reactivate customers',
  'customers:history': 'Read the history of a customer',
  'customers:export': 'Export customers',
  'customers:import':
    'Import customers from files, create some with contacts verified elsewhere and their original creation date, and link the logins of an application: its word about a contact joins customers and readmits those who left, without customers:merge',
  'customers:statistics': 'Read statistics',
  'views:share': 'Share saved views of the customer list, and change those that are shared',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
