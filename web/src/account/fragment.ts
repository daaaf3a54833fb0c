import { useState } from 'react'
import { credential } from '../session/credential.ts'

/** What a link of ours says behind the #, where no server on the way logs it. */
export function useFragment(): URLSearchParams {
  const [told] = useState(() => {
    const said = new URLSearchParams(window.location.hash.slice(1))
    const tenant = said.get('tenant')
    if (tenant) credential.visitTenant(tenant)
    return said
  })
  return told
}
