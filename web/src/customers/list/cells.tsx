import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { isDay } from '../../design/dates/typed-day.ts'
import { Count, Day } from '../../design/written.tsx'
import { useAmount } from '../../language/format.ts'
import { useOwnFields } from '../../person/own-fields.tsx'
import { SegmentName } from '../../person/segments.tsx'
import type { Customer } from '../../session/session.ts'

export function Amount({ children }: { readonly children: string }) {
  return <span className="numbers">{useAmount()(children)}</span>
}

export function Tier({ tier }: { readonly tier: Customer['tier'] }) {
  return useTranslation().t(`tier.${tier}`)
}

export function Tags({ of }: { readonly of: readonly string[] }) {
  return of.map((tag, index) => (
    <Fragment key={tag}>
      {index > 0 && ' · '}
      <SegmentName of={tag} />
    </Fragment>
  ))
}

interface OwnValueProps {
  readonly of: Customer['ownFields']
  readonly on: string
}

/** What is written into a field of the business, in its words. */
export function OwnValue({ of, on }: OwnValueProps) {
  const { t, i18n } = useTranslation()
  const field = useOwnFields()?.person.find(({ key }) => key === on)
  const value = of[on]
  if (value === undefined || value === null) return <>—</>
  if (typeof value === 'boolean') return t(`preference.${value ? 'yes' : 'no'}`)
  if (typeof value === 'number') return <Count>{value}</Count>
  if (field?.type === 'date' && isDay(value)) return <Day>{value}</Day>
  const choice = field?.type === 'choice' ? field.choices.find((one) => one.value === value)?.label : undefined
  return <bdi dir="auto">{choice ? (i18n.language === 'ar' ? choice.ar : choice.en) : value}</bdi>
}
