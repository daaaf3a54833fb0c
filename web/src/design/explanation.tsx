import type { Output } from '@kith/sdk'
import { Table, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { inOwnDigits } from '../language/digits.ts'
import { Icon } from './icons.tsx'
import { Moment, Name } from './written.tsx'

export type Explained = Output<'loyalty.explain'>['tier']

/** What was decided by which rule, with the values that it compared. */
export function Explanation({ explained: { rule, since, compared } }: { readonly explained: Explained }) {
  const { t } = useTranslation()
  return (
    <section>
      <Text mt="sm" size="sm">
        {inOwnDigits(rule.text)} {since && <Moment at={since} />}
      </Text>
      <Table withRowBorders={false}>
        <Table.Tbody>
          {compared.map(({ what, value, needs, met }) => (
            <Table.Tr key={`${what} ${needs}`}>
              <Table.Td>{inOwnDigits(what)}</Table.Td>
              <Table.Td ta="end">
                <Said>{value}</Said>
              </Table.Td>
              <Table.Td ta="end">
                <Said>{needs}</Said>
              </Table.Td>
              <Table.Td>
                <Icon name={met ? 'check' : 'close'} size={16} />
                <VisuallyHidden>{t(met ? 'points.met' : 'points.unmet')}</VisuallyHidden>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function Said({ children: value }: { readonly children: Explained['value'] }) {
  const { t } = useTranslation()
  if (value === null) return null
  if (typeof value === 'boolean') return t(value ? 'preference.yes' : 'preference.no')
  return <Name>{inOwnDigits(String(value))}</Name>
}
