import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Code, Names } from '../../design/written.tsx'
import type { NamedMerge } from '../queries.ts'

interface Props {
  /** Absent: merged, so that a link would lead to the survivor. */
  readonly customerId?: string
  readonly person: NamedMerge['people']['into']
}

/** One of the two of a merge. */
export function MergedPerson({ customerId, person }: Props) {
  const { t } = useTranslation()
  if (!person) return <Text size="sm">{t('status.erased')}</Text>
  const { number, name, name2 } = person
  const words = (
    <>
      {name !== null && <Names of={{ name, name2 }} />} <Code>{number}</Code>
    </>
  )
  if (customerId === undefined) return <Text size="sm">{words}</Text>
  return (
    <Link params={{ customerId }} to="/customers/$customerId">
      {words}
    </Link>
  )
}
