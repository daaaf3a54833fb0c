import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCalendarWords, useMoment, useNumber } from '../language/format.ts'
import { Icon } from './icons.tsx'

/** A name in any script: isolated, so that it never changes the direction around it. */
export function Name({ children }: { readonly children: string }) {
  return <bdi dir="auto">{children}</bdi>
}

interface Named {
  readonly name: string
  readonly name2: string | null
}

/** The name in the script of the reader first, then the other if there is one. */
export function useNames({ name, name2 }: Named): { readonly first: string; readonly second: string | null } {
  const { i18n } = useTranslation()
  if (!name2 || name2 === name) return { first: name, second: null }
  return i18n.language === 'ar' ? { first: name2, second: name } : { first: name, second: name2 }
}

interface NamesShown {
  readonly of: Named
  /** What a search found. */
  readonly marked?: readonly string[] | undefined
}

/** Both names on one line. */
export function Names({ of, marked = [] }: NamesShown) {
  const { first, second } = useNames(of)
  const mark = (text: string) => <Marked on={marked.includes(text === of.name ? 'name' : 'name2')}>{text}</Marked>
  return (
    <>
      {mark(first)}
      {second && <span className="second-name">{mark(second)}</span>}
    </>
  )
}

const Marked = ({ on, children }: { readonly on: boolean; readonly children: string }) =>
  on ? (
    <mark>
      <Name>{children}</Name>
    </mark>
  ) : (
    <Name>{children}</Name>
  )

/** As long as the number of a customer, which is not broken at its hyphen. */
const SHORT = 16

/** Phones, e-mails and customer numbers are always left-to-right. */
export function Code({ children, nowrap }: { readonly children: string; readonly nowrap?: boolean }) {
  return (
    <bdi className="number" data-nowrap={(nowrap ?? children.length <= SHORT) || undefined} dir="ltr">
      {children}
    </bdi>
  )
}

/** If too long, it breaks before its `@`. */
export function Email({ children }: { readonly children: string }) {
  const at = children.lastIndexOf('@')
  return (
    <bdi className="number" dir="ltr">
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </bdi>
  )
}

const GROUPS = /^(\+\d{1,3})(\d{2,4})(\d{4})$/
/** `+96890123456` → `+968 9012 3456`, for numbers of this form. */
export function Phone({ children }: { readonly children: string }) {
  return (
    <Code nowrap>
      {children.replace(/^(\+968|\+974|\+973|\+965)(\d{4})(\d{4})$/, '$1 $2 $3').replace(GROUPS, '$1 $2 $3')}
    </Code>
  )
}

export function Count({ children }: { readonly children: number }) {
  return <span className="numbers">{useNumber()(children)}</span>
}

/** Between what was and what will be. */
export function Becomes() {
  const { t } = useTranslation()
  return (
    <>
      {' '}
      <span style={{ display: 'inline-flex', verticalAlign: 'middle' }}>
        <Icon name="onward" size={14} />
      </span>
      <VisuallyHidden>{t('act.becomes')}</VisuallyHidden>{' '}
    </>
  )
}

/** A date such as a date of birth: the same in every time zone. */
export function Day({ children }: { readonly children: string }) {
  const { day } = useCalendarWords()
  return <time dateTime={children}>{day(children)}</time>
}

export function Moment({ at, exact = false }: { readonly at: string; readonly exact?: boolean }) {
  const { when, exactly } = useMoment()
  return (
    <time className="numbers" dateTime={at} title={exactly(at)}>
      {exact ? exactly(at) : when(at)}
    </time>
  )
}
