import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Code, Names } from '../design/written.tsx'
import { useLately } from '../person/lately.ts'
import classes from './till-page.module.css'

/** Below the empty field: customers who come back for what they forgot. */
export function LastServed({ onPerson }: { readonly onPerson: (id: string) => void }) {
  const { t } = useTranslation()
  const people = useLately('served')
  if (people.length === 0) return null
  return (
    <section aria-label={t('till.lastServed')} className={classes.last}>
      <h2>{t('till.lastServed')}</h2>
      <ul>
        {people.map((one) => (
          <li key={one.id}>
            <UnstyledButton className={classes.lastOne} data-served={one.id} onClick={() => onPerson(one.id)}>
              <span>
                <Names of={one} />
              </span>
              <Code>{one.number}</Code>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
