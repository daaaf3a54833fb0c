import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FoundBy } from '../customers/found-by.tsx'
import { RestrictedBadge, StatusBadge, TypeBadge } from '../design/badges.tsx'
import { Icon } from '../design/icons.tsx'
import { Count, Name, Names, Phone } from '../design/written.tsx'
import { leftOf, type Served } from '../offline/served.ts'
import type { Found } from '../person/queries.ts'
import classes from './found-list.module.css'

interface Props {
  readonly id: string
  /** Without network: those that this till knows of. */
  readonly lately: readonly Served[]
  readonly matches: readonly Found[]
  readonly soundsLike: readonly Found[]
  readonly typed: string
  readonly marked: number
  readonly settled: boolean
  readonly onMark: (line: number) => void
  readonly onChoose: (line: number) => void
}

/** Matches, the best first; then a new customer; last, under a heading of their own, matches by sound. */
export function FoundList({ id, lately, matches, soundsLike, typed, marked, settled, onMark, onChoose }: Props) {
  const { t } = useTranslation()
  const ahead = lately.length + matches.length
  const line = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === marked,
    className: classes.line,
    // A pointer resting there must not make Enter pick a stranger.
    onMouseMove: () => index <= ahead && onMark(index),
    onMouseDown: (event: React.MouseEvent) => event.preventDefault(),
    onClick: () => onChoose(index),
  })
  return (
    <div
      aria-busy={!settled}
      aria-label={t('till.found')}
      className={classes.list}
      id={id}
      role="listbox"
      tabIndex={-1}
    >
      {lately.length > 0 && (
        <Headed by={t('offline.lately')}>
          {lately.map((served, index) => (
            <div {...line(index)} data-lately key={served.customer.id}>
              <LatelyLine served={served} />
            </div>
          ))}
        </Headed>
      )}
      {matches.length > 0 && (
        <Headed by={t('found.matches')}>
          {matches.map((person, index) => (
            <div {...line(lately.length + index)} key={person.id}>
              <Line person={person} />
            </div>
          ))}
        </Headed>
      )}
      {settled && (
        <div {...line(ahead)} data-new>
          <Icon name="add" />
          <span className={classes.names}>
            {t('till.new')} <Name>{typed}</Name>
          </span>
          <kbd dir="ltr">Enter</kbd>
        </div>
      )}
      {soundsLike.length > 0 && (
        <Headed by={t('found.soundsLike')}>
          {soundsLike.map((person, index) => (
            <div {...line(ahead + 1 + index)} data-sounds-like key={person.id}>
              <Line person={person} />
            </div>
          ))}
        </Headed>
      )}
    </div>
  )
}

function Headed({ by, children }: { readonly by: string; readonly children: ReactNode }) {
  const heading = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: options of a list box are grouped by this role alone
    <div aria-labelledby={heading} role="group">
      <div className={classes.heading} id={heading} role="presentation">
        {by}
      </div>
      {children}
    </div>
  )
}

function Line({ person }: { readonly person: Found }) {
  const { type, status, restricted } = person
  return (
    <>
      <span className={classes.names}>
        <Names marked={person.matchedBy} of={person} />
      </span>
      <span className={classes.badges}>
        {restricted && <RestrictedBadge />}
        {status !== 'active' && <StatusBadge status={status} />}
        <TypeBadge type={type} />
      </span>
      <span className={classes.contact}>
        <FoundBy of={person} />
      </span>
    </>
  )
}

function LatelyLine({ served }: { readonly served: Served }) {
  const { t } = useTranslation()
  const { customer } = served
  const left = leftOf(served)
  return (
    <>
      <span className={classes.names}>
        <Names of={customer} />
      </span>
      <span className={classes.badges}>
        <span>
          <Count>{left}</Count> {t('points.points', { count: left })}
        </span>
      </span>
      <span className={classes.contact}>{customer.phone && <Phone>{customer.phone}</Phone>}</span>
    </>
  )
}
