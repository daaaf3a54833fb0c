import { Alert, Button, Group, Select, Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { useNotifyFailure } from '../design/notify.ts'
import { useSession } from '../session/session.ts'
import { type PrivacyRequest, usePrivacyWrite } from './queries.ts'

const PROOFS = ['contact_code', 'account', 'document', 'known_in_person', 'representative'] as const
type Proof = (typeof PROOFS)[number]
type Act = 'identity' | 'extend' | 'complete' | 'refuse'

/** The actions on an open request; an erasure request is completed by erasing, which is offered below. */
export function RequestActs({ request }: { readonly request: PrivacyRequest }) {
  const { t } = useTranslation()
  const { tenant } = useSession()
  const write = usePrivacyWrite()
  const notifyFailure = useNotifyFailure()
  const [act, setAct] = useState<Act | null>(null)
  const { id: requestId, identityProof, extendedAt, kind, assignee } = request
  const mine = assignee === tenant.actor
  const assign = () =>
    write((kith) => kith.privacy.assignRequest({ requestId, assignee: mine ? null : tenant.actor })).catch(
      notifyFailure,
    )
  return (
    <Group gap="xs">
      <Button onClick={() => void assign()} size="sm" variant="default">
        {t(mine ? 'privacy.giveBack' : 'privacy.take')}
      </Button>
      <Button onClick={() => setAct('identity')} size="sm" variant={identityProof ? 'default' : 'filled'}>
        {t('privacyAct.identity')}
      </Button>
      {extendedAt === null && (
        <Button onClick={() => setAct('extend')} size="sm" variant="default">
          {t('privacyAct.extend')}
        </Button>
      )}
      <Button onClick={() => setAct('refuse')} size="sm" variant="default">
        {t('privacyAct.refuse')}
      </Button>
      {kind !== 'erasure' && (
        <Button onClick={() => setAct('complete')} size="sm" variant={identityProof ? 'filled' : 'default'}>
          {t('privacyAct.complete')}
        </Button>
      )}
      <Identity onClose={() => setAct(null)} opened={act === 'identity'} requestId={requestId} />
      {(['extend', 'complete', 'refuse'] as const).map((one) => (
        <Say act={one} key={one} kind={kind} onClose={() => setAct(null)} opened={act === one} requestId={requestId} />
      ))}
    </Group>
  )
}

interface Opened {
  readonly opened: boolean
  readonly onClose: () => void
  readonly requestId: string
}

function Identity({ requestId, ...dialog }: Opened) {
  const { t } = useTranslation()
  const write = usePrivacyWrite()
  const [proof, setProof] = useState<Proof>('document')
  const [note, setNote] = useState('')
  const save = () =>
    write((kith) => kith.privacy.noteIdentity({ requestId, proof, ...(note.trim() && { note: note.trim() }) }))
  return (
    <ActDialog act={t('act.save')} onAct={save} title={t('privacyAct.identity')} {...dialog}>
      <Text size="sm">{t('privacy.identityExplained')}</Text>
      <Select
        allowDeselect={false}
        data={PROOFS.map((value) => ({ value, label: t(`privacyProof.${value}`) }))}
        data-autofocus
        label={t('privacy.identity')}
        onChange={(value) => setProof(value as Proof)}
        value={proof}
      />
      <Textarea
        label={t('privacy.note')}
        maxLength={5_000}
        onChange={(event) => setNote(event.currentTarget.value)}
        value={note}
      />
    </ActDialog>
  )
}

interface Saying extends Opened {
  readonly act: 'extend' | 'complete' | 'refuse'
  readonly kind: PrivacyRequest['kind']
}

function Say({ act, kind, requestId, ...dialog }: Saying) {
  const { t } = useTranslation()
  const write = usePrivacyWrite()
  const [typed, setTyped] = useState('')
  const words = typed.trim()
  const queries = useQueryClient()
  const restricts = act === 'complete' && kind === 'restriction'
  async function save() {
    await write((kith) =>
      act === 'complete'
        ? kith.privacy.completeRequest({ requestId, answer: words })
        : act === 'extend'
          ? kith.privacy.extendRequest({ requestId, reason: words })
          : kith.privacy.refuseRequest({ requestId, reason: words }),
    )
    if (restricts)
      await Promise.all(['customer', 'customers'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
  }
  return (
    <ActDialog
      act={restricts ? t('privacyRestriction.answer') : t(`privacyAct.${act}`)}
      danger={act === 'refuse'}
      onAct={save}
      ready={words !== ''}
      title={t(`privacyAct.${act}`)}
      {...dialog}
    >
      {restricts && (
        <Alert color="yellow" data-restricts icon={<Icon name="lock" />} variant="light">
          {t('privacyRestriction.answering')}
        </Alert>
      )}
      <Textarea
        data-autofocus
        label={t(act === 'complete' ? 'privacy.answer' : 'person.reason')}
        maxLength={5_000}
        minRows={3}
        onChange={(event) => setTyped(event.currentTarget.value)}
        value={typed}
      />
    </ActDialog>
  )
}
