/** What is where in the menu. A page that is in none of these fails the build. */
export const CONTENTS = [
  ['Start', ['index', 'getting-started', 'concepts', 'guarantees', 'glossary']],
  ['Guides', ['guide-till', 'guide-back-office', 'guide-privacy-officer', 'guide-developer', 'guide-operator']],
  ['Customers', ['proofs', 'duplicates', 'segments', 'loyalty', 'membership', 'import']],
  [
    'Build on Kith',
    ['api-design', 'webhooks', 'events', 'graphql', 'assistants', 'better-auth', 'permissions', 'testing'],
  ],
  ['Operate', ['operations', 'scaling', 'configuration', 'telemetry', 'what-grows', 'security-tests', 'drills']],
  ['Inside', ['architecture', 'developing-fields', 'design-language']],
]
export const INSIDE = 'Inside'
