import { routes as handOvers } from './claims/hand-overs/routes.ts'
import { routes as guests } from './gate/guests/routes.ts'
import { routes as gate } from './gate/routes.ts'
import { routes as contacts } from './people/contacts/routes.ts'
import { routes as me } from './people/me/routes.ts'
import { routes as ofCustomer } from './people/of-customer/routes.ts'
import { routes as outsideLogins } from './people/outside-logins/routes.ts'
import { routes as staff } from './people/staff/routes.ts'
import { routes as statistics } from './people/statistics/routes.ts'
import { routes as upgrade } from './people/upgrade/routes.ts'
import { routes as session } from './session/routes.ts'
import { routes as code } from './ways-in/code/routes.ts'
import { routes as oidc } from './ways-in/oidc/routes.ts'
import { routes as passkeys } from './ways-in/passkeys/routes.ts'
import { routes as password } from './ways-in/password/routes.ts'
import { routes as providers } from './ways-in/providers/routes.ts'
import { routes as secondFactor } from './ways-in/second-factor/routes.ts'
import { routes as stepUp } from './ways-in/step-up/routes.ts'
import { routes as till } from './ways-in/till/routes.ts'

/** From the ground floor up. */
export const routes = [
  ...session,
  ...handOvers,
  ...gate,
  ...guests,
  ...password,
  ...code,
  ...providers,
  ...oidc,
  ...passkeys,
  ...till,
  ...secondFactor,
  ...stepUp,
  ...staff,
  ...contacts,
  ...upgrade,
  ...me,
  ...ofCustomer,
  ...outsideLogins,
  ...statistics,
]
