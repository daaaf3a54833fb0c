import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { Failure, Loading } from '../design/states.tsx'
import { keptSession } from '../offline/kept-session.ts'
import { credential } from '../session/credential.ts'
import { SignInPage } from '../session/sign-in-page.tsx'
import { isOwnPage } from './own-paths.ts'

let loaded: ComponentType | null = null
async function loadScreens(): Promise<ComponentType> {
  const { AllScreens } = await import('./all-screens.tsx')
  loaded = AllScreens
  return AllScreens
}

/** Where a worker keeps the files of the app, as on a till, leaving some out would save nothing. */
const keepsFiles = () =>
  credential.till() !== null || ('serviceWorker' in navigator && navigator.serviceWorker.controller !== null)
const beginsAtDoor = () => !isOwnPage(location.pathname) && !credential.mayBeOpen() && !keepsFiles()

/** Together with the texts, where the screens are shown at once. A failure is shown by `Entrance`. */
export const prepareEntrance = async () => {
  if (!beginsAtDoor()) await loadScreens().catch(() => undefined)
}

/** Staff who are signed out get the sign-in alone; the screens load while they type. */
export function Entrance() {
  const [isAtDoor, setAtDoor] = useState(beginsAtDoor)
  const goIn = useCallback(() => setAtDoor(false), [])
  return isAtDoor ? <Door onIn={goIn} /> : <Screens />
}

function Door({ onIn }: { readonly onIn: () => void }) {
  useEffect(() => {
    const prepare = () => void loadScreens().catch(() => undefined)
    const once = { once: true }
    addEventListener('keydown', prepare, once)
    addEventListener('pointerdown', prepare, once)
    return () => {
      removeEventListener('keydown', prepare)
      removeEventListener('pointerdown', prepare)
    }
  }, [])
  const goOnAlone = useCallback(async () => {
    if (await keptSession().catch(() => null)) onIn()
  }, [onIn])
  const enter = async (key: string) => {
    credential.keep(key)
    onIn()
  }
  return <SignInPage onArrived={onIn} onKey={enter} onUnreachable={goOnAlone} why={undefined} />
}

function Screens() {
  const [All, setAll] = useState<ComponentType | null>(() => loaded)
  const [error, setError] = useState<unknown>(null)
  const load = useCallback(() => {
    setError(null)
    loadScreens().then((screens) => setAll(() => screens), setError)
  }, [])
  useEffect(load, [load])
  if (All) return <All />
  return error === null ? <Loading /> : <Failure error={error} onRetry={load} />
}
