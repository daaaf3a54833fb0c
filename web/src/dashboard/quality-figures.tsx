import type { Output } from '@kith/sdk'
import { Anchor } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNumber, usePercent } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import { Freshness } from './compared.tsx'
import { FigureCard } from './figure-card.tsx'
import { Shares } from './shares.tsx'

type Quality = Output<'statistics.quality'>
const REQUIRED = ['phone', 'email']

/** How complete the data of customers is, each with the customers who lack it. */
export function QualityFigures({ figures }: { readonly figures: UseQueryResult<Quality> }) {
  const { t } = useTranslation()
  const [number, percent] = [useNumber(), usePercent()]
  const word = (field: string) => t(`quality.${field as 'phone'}`)
  return (
    <FigureCard
      chart={({ completeness, target, fields, position }) => (
        <Shares
          of={[
            { key: 'all', label: t('dashboard.completeness'), share: completeness, target },
            ...fields.map(({ field, share, missing }) => ({
              key: field,
              label: word(field),
              share,
              ...(REQUIRED.includes(field) && { target }),
              behind: { figure: { figure: 'quality', part: field, position } as const, count: missing },
            })),
          ]}
        />
      )}
      figures={figures}
      foot={(data) => (
        <>
          {data.duplicates > 0 && <Duplicates count={data.duplicates} />} <Freshness of={data} />
        </>
      )}
      isEmpty={({ people }) => people === 0}
      table={({ fields, duplicates }) => ({
        columns: [t('dashboard.field'), t('dashboard.share'), t('dashboard.missing')],
        rows: [
          ...fields.map(
            ({ field, share, missing }) =>
              [word(field), share === null ? '–' : percent(share), number(missing)] as const,
          ),
          [t('dashboard.duplicatePairs'), number(duplicates), ''],
        ],
      })}
      title={t('dashboard.quality')}
    />
  )
}

/** With the way to their list, for those who may see it. */
function Duplicates({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const number = useNumber()
  const said = t('dashboard.duplicates', { number: number(count) })
  if (!may('duplicates:read') || !may('customers:read')) return said
  return (
    <Anchor component={Link} size="sm" to="/duplicates">
      {said}
    </Anchor>
  )
}
