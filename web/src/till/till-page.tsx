import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrency } from '../customers/orders/queries.ts'
import { Icon } from '../design/icons.tsx'
import { prepareNotices } from '../design/notices.tsx'
import { notify, useNotifyFailure } from '../design/notify.ts'
import { SkeletonRows } from '../design/states.tsx'
import { leave } from '../design/unsaved.ts'
import { registerWorker } from '../offline/register-worker.ts'
import type { Waiting } from '../offline/waiting.ts'
import { useBeside } from './beside.ts'
import type { Doing } from './doing.ts'
import { Finder } from './finder.tsx'
import { useMakeOrKeep } from './kept/make-or-keep.ts'
import { WaitingStrip } from './kept/waiting-strip.tsx'
import { LastServed } from './last-served.tsx'
import { NewStub } from './new-stub.tsx'
import { openSecondScreen } from './second-screen/open-second-screen.ts'
import { useSecondScreen } from './second-screen/show.ts'
import { TillHints } from './till-hints.tsx'
import classes from './till-page.module.css'

// Loaded after the field, because a customer is served after the first key at the earliest.
const servedPerson = () => import('./served-person.tsx')
const ServedPerson = lazy(async () => ({ default: (await servedPerson()).ServedPerson }))
const KeptPerson = lazy(async () => ({ default: (await import('./kept/kept-person.tsx')).KeptPerson }))
const WaitingList = lazy(async () => ({ default: (await import('./kept/waiting-list.tsx')).WaitingList }))

/** The till: one screen, usable without a mouse. */
export function TillPage() {
  const { t } = useTranslation()
  const make = useMakeOrKeep()
  const notifyFailure = useNotifyFailure()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [beside, setBeside] = useBeside()
  const [doing, setDoing] = useState<Doing | null>(null)
  const hasTyped = typed !== ''
  useEffect(() => {
    if (hasTyped) void servedPerson()
  }, [hasTyped])

  const serve = useCallback(
    (id: string) => {
      setDoing(null)
      setBeside({ is: 'person', id })
    },
    [setBeside],
  )
  const nextPerson = useCallback(() => {
    setTyped('')
    setDoing(null)
    setBeside({ is: 'hints' })
    field.current?.focus()
  }, [setBeside])
  const begins = (go: () => void) =>
    leave(() => {
      setDoing(null)
      go()
    })
  async function walkIn() {
    try {
      const guest = await make({ type: 'guest' }, crypto.randomUUID())
      if ('provisional' in guest) return kept(guest)
      setTyped('')
      serve(guest.id)
      notify(t('till.walkInMade', { number: guest.number }))
      field.current?.focus()
    } catch (error) {
      notifyFailure(error)
    }
  }
  function kept({ id, provisional }: Waiting) {
    setTyped('')
    setDoing(null)
    setBeside({ is: 'kept', id })
    notify(t('offline.kept', { provisional }))
    field.current?.focus()
  }
  function made(id: string, name: string) {
    setTyped('')
    serve(id)
    notify(t('till.made', { name }))
    field.current?.focus()
  }

  /** After an action the focus returns to the field, so that every key keeps its meaning. */
  function begin(what: Doing | null) {
    setDoing(what)
    if (what === null) field.current?.focus()
  }
  /** Not for a dialog above: it closes only itself. */
  function press({ key, currentTarget, target }: KeyboardEvent) {
    if (key === 'Escape' && currentTarget.contains(target as Node)) leave(nextPerson)
  }

  useEffect(registerWorker, [])
  // For orders without network.
  useCurrency()
  useEffect(() => {
    const soon = setTimeout(prepareNotices, 1_000)
    return () => clearTimeout(soon)
  }, [])
  useSecondScreen()
  useHotkeys([['F2', () => doing === null && leave(walkIn)]], [])
  useHotkeys([['/', () => field.current?.focus()]])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape means the same wherever in it the focus is
    <div className={classes.till} onKeyDown={press}>
      <section aria-label={t('till.find')} className={classes.finding}>
        <Group justify="space-between" mb="sm" wrap="nowrap">
          <h1 className={classes.title}>{t('place.till')}</h1>
          <Group gap="xs" wrap="nowrap">
            <Tooltip label={t('secondScreen.open')}>
              <ActionIcon aria-label={t('secondScreen.open')} onClick={openSecondScreen} size="lg" variant="default">
                <Icon name="screen" />
              </ActionIcon>
            </Tooltip>
            <Button
              leftSection={<Icon name="walk" size={16} />}
              onClick={() => begins(walkIn)}
              rightSection={<kbd>F2</kbd>}
              size="sm"
              variant="default"
            >
              {t('till.walkIn')}
            </Button>
          </Group>
        </Group>
        <Finder
          field={field}
          onNew={(typed) => begins(() => setBeside({ is: 'new', typed }))}
          onPerson={(id) => begins(() => serve(id))}
          onTyped={setTyped}
          typed={typed}
        />
        {!hasTyped && (
          <LastServed
            onPerson={(id) =>
              begins(() => {
                serve(id)
                field.current?.focus()
              })
            }
          />
        )}
        <WaitingStrip onOpen={() => begins(() => setBeside({ is: 'waiting' }))} />
      </section>
      <aside aria-label={t('till.person')} className={classes.beside}>
        {beside.is === 'hints' && <TillHints />}
        {beside.is === 'new' && (
          <NewStub
            key={beside.typed}
            onCancel={nextPerson}
            onKept={kept}
            onMade={made}
            onPerson={serve}
            typed={beside.typed}
          />
        )}
        <Suspense fallback={<SkeletonRows rows={5} />}>
          {beside.is === 'waiting' && <WaitingList onPerson={serve} />}
          {beside.is === 'kept' && (
            <KeptPerson
              doing={doing}
              id={beside.id}
              key={beside.id}
              onDoing={begin}
              onDone={nextPerson}
              onPerson={serve}
            />
          )}
          {beside.is === 'person' && (
            <ServedPerson customerId={beside.id} doing={doing} key={beside.id} onDoing={begin} onDone={nextPerson} />
          )}
        </Suspense>
      </aside>
    </div>
  )
}
