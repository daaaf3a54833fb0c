import { useState } from 'react'
import { credential } from '../session/credential.ts'

/** The values behind the # of our links, which servers on the way do not log. */
export function useFragment(): URLSearchParams {
  const [told] = useState(() => {
    const values = new URLSearchParams(window.location.hash.slice(1))
    const tenant = values.get('tenant')
    if (tenant) credential.visitTenant(tenant)
    return values
  })
  return told
}
