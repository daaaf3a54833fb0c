import { useTranslation } from 'react-i18next'
import { StatusBadge, TypeBadge } from '../design/badges.tsx'
import { Icon } from '../design/icons.tsx'
import { Code, Name, Names, Phone } from '../design/written.tsx'
import type { Customer } from '../session/session.ts'
import classes from './found-list.module.css'

interface Props {
  readonly id: string
  readonly people: readonly Customer[]
  readonly typed: string
  readonly marked: number
  readonly settled: boolean
  readonly onMark: (line: number) => void
  readonly onChoose: (line: number) => void
}

/** Those who fit, the best first, and below them always somebody new. */
export function FoundList({ id, people, typed, marked, settled, onMark, onChoose }: Props) {
  const { t } = useTranslation()
  const line = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === marked,
    className: classes.line,
    onMouseMove: () => onMark(index),
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
      {people.map((person, index) => (
        <div {...line(index)} key={person.id}>
          <Found person={person} />
        </div>
      ))}
      {settled && (
        <div {...line(people.length)} data-new>
          <Icon name="add" />
          <span className={classes.names}>
            {t('till.new')} <Name>{typed}</Name>
          </span>
          <kbd dir="ltr">Enter</kbd>
        </div>
      )}
    </div>
  )
}

function Found({ person }: { readonly person: Customer }) {
  const { phone, number, type, status } = person
  return (
    <>
      <span className={classes.names}>
        <Names of={person} />
      </span>
      {status !== 'active' && <StatusBadge status={status} />}
      <TypeBadge type={type} />
      <span className={classes.contact}>{phone ? <Phone>{phone}</Phone> : <Code>{number}</Code>}</span>
    </>
  )
}
