import { useState } from 'react'
import { credential } from '../session/credential.ts'

/** The values behind the # of our links, which servers on the way do not log. */
export function useFragment(): URLSearchParams {
  const [told] = useState(() => {
    const said = new URLSearchParams(window.location.hash.slice(1))
    const tenant = said.get('tenant')
    if (tenant) credential.visitTenant(tenant)
    return said
  })
  return told
}
