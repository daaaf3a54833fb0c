import { Icon, type IconName } from '../../design/icons.tsx'
import classes from './kept.module.css'

/** Information, not an error. */
export function Note({ icon, children }: { readonly icon: IconName; readonly children: string }) {
  return (
    <p className={classes.note} role="status">
      <Icon name={icon} />
      {children}
    </p>
  )
}
