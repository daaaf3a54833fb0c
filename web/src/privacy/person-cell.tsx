import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Code, Names } from '../design/written.tsx'
import type { PrivacyRequest } from './queries.ts'

interface Props {
  readonly customerId: string
  readonly person: PrivacyRequest['person']
}

/** The customer concerned, as far as the user may read them; an erased one is shown as erased. */
export function PersonCell({ customerId, person }: Props) {
  const { t } = useTranslation()
  if (!person) return <span className="second-name">{t('status.erased')}</span>
  const { number, name, name2 } = person
  return (
    <Anchor component={Link} params={{ customerId } as never} size="sm" to="/customers/$customerId">
      {name === null ? <Code>{number}</Code> : <Names of={{ name, name2 }} />}
    </Anchor>
  )
}
