import { Name, useNames } from '../../design/written.tsx'
import { coloured, Hours, Mark, useFace } from '../../session/face.tsx'
import { useSession } from '../../session/session.ts'
import { useTenant } from '../../session/tenant.ts'
import classes from './print.module.css'

/** Above what is printed: logo, name in both scripts, and a line in the colour of the business. */
export function BusinessHead() {
  const { kith } = useSession()
  const { name, name2 } = useTenant()
  const { first, second } = useNames({ name, name2 })
  const face = useFace(kith)
  return (
    <div className={classes.business} data-business style={coloured(face)}>
      {face?.logo && <Mark className={classes.logo} face={face} />}
      <Name>{first}</Name>
      {second && <Name>{second}</Name>}
    </div>
  )
}

/** Below it: when the customer can come again. */
export function BusinessFoot() {
  const { kith } = useSession()
  return <Hours face={useFace(kith)} onPaper />
}
