import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { toLanguage } from '../../language/language.ts'
import { useFace } from '../../session/face.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { CHANNEL, HELLO, maskedPerson, REPEAT_MS, type Reading, type Shown } from './shown.ts'

const channel = new BroadcastChannel(CHANNEL)
const NOBODY = { person: null, reading: null }
let business: Shown['business'] | null = null
let now: Omit<Shown, 'business'> = { language: 'en', ...NOBODY }

function show(part: Partial<typeof now>): void {
  now = { ...now, ...part }
  if (business) channel.postMessage({ ...now, business } satisfies Shown)
}

/** The till's side: sends the served customer, answers a newly opened window, and says goodbye. */
export function useSecondScreen(): void {
  const {
    kith,
    tenant: { name, name2, country },
  } = useSession()
  const face = useFace(kith)
  const language = toLanguage(useTranslation().i18n.language)
  useEffect(() => {
    const leave = () => show(NOBODY)
    business = { name, name2, country, face }
    show(now.person ? {} : { language })
    channel.onmessage = ({ data }) => data === HELLO && show({})
    const timer = setInterval(() => show({}), REPEAT_MS)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', leave)
      if (business) channel.postMessage({ ...now, ...NOBODY, business } satisfies Shown)
      business = null
    }
  }, [name, name2, country, face, language])
}

export function useShownPerson(customer: Customer | undefined): void {
  const own = toLanguage(useTranslation().i18n.language)
  const masked = customer && JSON.stringify(maskedPerson(customer))
  const language = customer?.locale ?? own
  useEffect(() => {
    if (!masked) return
    show({ language, person: JSON.parse(masked) })
    return () => show({ language: own, person: null })
  }, [masked, language, own])
}

export function useShownReading({ title, text, language }: Reading): void {
  useEffect(() => {
    show({ reading: { title, text, language } })
    return () => show({ reading: null })
  }, [title, text, language])
}
