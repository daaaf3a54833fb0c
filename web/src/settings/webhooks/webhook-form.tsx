import type { Input } from '@kith/sdk'
import { MultiSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useSegments } from '../../person/segments.tsx'
import { useSession } from '../../session/session.ts'
import { useAct } from '../act.ts'
import { ShownOnce } from '../shown-once.tsx'
import { WEBHOOKS, type Webhook } from './webhook.ts'

interface Props {
  /** Null for a new one. */
  readonly webhook: Webhook | null
  readonly types: readonly string[]
  readonly onClose: () => void
}
type Payload = Webhook['payload']

export function WebhookForm({ webhook, types, onClose }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { segments } = useSegments()
  const [url, setUrl] = useState(webhook?.url ?? '')
  const [name, setName] = useState(webhook?.description ?? '')
  const [chosen, setChosen] = useState<string[]>([...(webhook?.types ?? [])])
  const [within, setWithin] = useState<string[]>([...(webhook?.segments ?? [])])
  const [payload, setPayload] = useState<Payload>(webhook?.payload ?? 'thin')
  const wanted: Input<'webhooks.create'> = {
    url,
    description: name.trim() || null,
    types: chosen.length === 0 ? null : chosen,
    segments: within.length === 0 ? null : within,
    payload,
  }
  const save = useAct(
    (kith): Promise<Webhook & { readonly secret?: string }> =>
      webhook ? kith.webhooks.change({ ...wanted, webhookId: webhook.id }) : kith.webhooks.create(wanted),
    { refreshes: WEBHOOKS, inForm: true, ...(webhook && { says: t('settings.saved'), onDone: onClose }) },
  )
  const errors = refusedFields(save.error)
  if (save.data?.secret !== undefined)
    return (
      <ShownOnce
        explained={t('webhooks.secretOnce')}
        onClose={onClose}
        secret={save.data.secret}
        title={t('webhooks.secret')}
      />
    )
  const title = webhook ? t('webhooks.change') : t('webhooks.add')
  return (
    <Dialog onClose={onClose} opened title={title}>
      <Form
        act={save}
        disabled={!url.trim()}
        onCancel={onClose}
        onSubmit={() => save.mutate(undefined)}
        submit={webhook ? t('act.save') : title}
      >
        <TextInput
          data-autofocus
          dir="ltr"
          error={errors.url}
          label={t('webhooks.url')}
          maxLength={2000}
          onChange={(event) => setUrl(event.currentTarget.value)}
          placeholder="https://"
          type="url"
          value={url}
        />
        <TextInput
          description={t('webhooks.descriptionExplained')}
          error={errors.description}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('webhooks.description')}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
          value={name}
        />
        <MultiSelect
          clearable
          data={[...types]}
          description={t('webhooks.eventsExplained')}
          error={errors.types}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('webhooks.events')}
          onChange={setChosen}
          searchable
          value={chosen}
        />
        {(segments.length > 0 || within.length > 0) && (
          <MultiSelect
            clearable
            data={[
              ...segments.map(({ key, name }) => ({ value: key, label: name })),
              ...within.filter((one) => !segments.some(({ key }) => key === one)),
            ]}
            description={t('webhooks.segmentsExplained')}
            error={errors.segments}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            label={t('webhooks.segments')}
            onChange={setWithin}
            value={within}
          />
        )}
        <SegmentedControl
          aria-label={t('webhooks.payload')}
          data={[
            { value: 'thin', label: t('webhooks.idsOnly') },
            { value: 'full', label: t('webhooks.full'), disabled: !may('customers:export') },
          ]}
          onChange={(value) => setPayload(value as Payload)}
          value={payload}
        />
      </Form>
    </Dialog>
  )
}
