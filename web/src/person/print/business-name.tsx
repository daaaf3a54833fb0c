import { Name, useNames } from '../../design/written.tsx'
import { useTenant } from '../../session/tenant.ts'

/** In both scripts. */
export function BusinessName() {
  const { name, name2 } = useTenant()
  const { first, second } = useNames({ name, name2 })
  return (
    <>
      <Name>{first}</Name>
      {second && <Name>{second}</Name>}
    </>
  )
}
