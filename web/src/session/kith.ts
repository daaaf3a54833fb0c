import type { Kith } from '@kith/sdk'
import { useContext } from 'react'
import { login } from './carry.ts'
import { SessionContext } from './session.ts'

/** Calls as the signed-in staff; outside of the staff's screens as the login of this browser. */
export const useKith = (): Kith => useContext(SessionContext)?.kith ?? login
