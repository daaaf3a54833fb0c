import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../design/dialog.tsx'
import { notify } from '../../design/notify.ts'
import { useNumber } from '../../language/format.ts'
import { useAct } from '../act.ts'
import { ShownOnce } from '../shown-once.tsx'
import { nameOf, WEBHOOKS, type Webhook } from './webhook.ts'
import { WebhookForm } from './webhook-form.tsx'

type Doing = 'change' | 'test' | 'rotate' | 'missed' | 'disable' | 'remove' | null
const KEPT_DAYS = 30

export function WebhookActs({ webhook, types }: { readonly webhook: Webhook; readonly types: readonly string[] }) {
  const { t } = useTranslation()
  const number = useNumber()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [doing, setDoing] = useState<Doing>(null)
  const [webhookId, name] = [webhook.id, nameOf(webhook)]
  const told = { refreshes: WEBHOOKS, inForm: true, onDone: () => setDoing(null) } as const
  const test = useAct((kith) => kith.webhooks.tryOut({ webhookId }), {
    ...told,
    onDone({ outcome }) {
      setDoing(null)
      if (outcome) notify(t('webhooks.tested', { outcome: t(`webhookOutcome.${outcome}`) }))
    },
  })
  const rotate = useAct((kith) => kith.webhooks.rotateSecret({ webhookId }), { refreshes: WEBHOOKS, inForm: true })
  const missed = useAct((kith) => kith.webhooks.replay({ webhookId, since: daysAgo(KEPT_DAYS) }), {
    ...told,
    onDone({ events }) {
      setDoing(null)
      notify(t('webhooks.missedNow', { number: number(events) }))
    },
  })
  const disable = useAct((kith) => kith.webhooks.disable({ webhookId }), { ...told, says: t('webhooks.disabledNow') })
  const enable = useAct((kith) => kith.webhooks.enable({ webhookId }), {
    refreshes: WEBHOOKS,
    says: t('webhooks.enabledNow'),
  })
  const remove = useAct(
    async (kith) => {
      // What is still being fetched of it would come too late, and not be found.
      await queries.cancelQueries({ queryKey: ['settings', ...WEBHOOKS, webhookId] })
      return kith.webhooks.remove({ webhookId })
    },
    {
      refreshes: WEBHOOKS,
      says: t('webhooks.removedNow'),
      inForm: true,
      onDone: () => navigate({ to: '/settings/webhooks' }),
    },
  )
  const asked = {
    test: { act: test, explained: t('webhooks.testExplained'), title: t('webhooks.test') },
    rotate: { act: rotate, explained: t('webhooks.rotateExplained', { name }), title: t('webhooks.rotate') },
    missed: { act: missed, explained: t('webhooks.missedExplained', { name }), title: t('webhooks.missed') },
    disable: { act: disable, explained: t('webhooks.disableExplained', { name }), title: t('webhooks.disable') },
    remove: { act: remove, explained: t('webhooks.removeExplained', { name }), title: t('webhooks.remove') },
  } as const
  const button = (what: Exclude<Doing, null>, label: string) => (
    <Button onClick={() => setDoing(what)} size="compact-sm" variant="default">
      {label}
    </Button>
  )
  const close = () => {
    if (doing !== null && doing !== 'change') asked[doing].act.reset()
    setDoing(null)
  }
  if (doing === 'rotate' && rotate.data)
    return (
      <ShownOnce
        explained={t('webhooks.secretOnce')}
        onClose={close}
        secret={rotate.data.secret}
        title={t('webhooks.secret')}
      />
    )
  return (
    <Group gap="xs">
      {button('change', t('webhooks.change'))}
      {button('test', t('webhooks.test'))}
      {webhook.enabled && button('missed', t('webhooks.missed'))}
      {button('rotate', t('webhooks.rotate'))}
      {webhook.enabled ? (
        button('disable', t('webhooks.disable'))
      ) : (
        <Button loading={enable.isPending} onClick={() => enable.mutate(undefined)} size="compact-sm">
          {t('webhooks.enable')}
        </Button>
      )}
      {button('remove', t('webhooks.remove'))}
      {doing === 'change' && <WebhookForm onClose={close} types={types} webhook={webhook} />}
      {doing !== null && doing !== 'change' && (
        <Confirm
          act={asked[doing].act}
          explained={asked[doing].explained}
          onClose={close}
          onConfirm={() => asked[doing].act.mutate(undefined)}
          title={asked[doing].title}
        />
      )}
    </Group>
  )
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
