import { useTranslation } from 'react-i18next'
import classes from './consent.module.css'
import type { State } from './use-asked.ts'

const TONES = { none: 'quiet', pending: 'warm', granted: 'accent', outdated: 'warm', withdrawn: 'danger' } as const

export function ConsentState({ state }: { readonly state: State['state'] }) {
  const { t } = useTranslation()
  return (
    <span className={classes.state} data-tone={TONES[state]}>
      {t(`spokenState.${state}`)}
    </span>
  )
}
