import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../../design/dialog.tsx'
import { useSession } from '../../session/session.ts'
import { useOwnName } from '../names.ts'
import { type HeldFlair, useFlairCatalogue, useMembershipAct } from '../queries.ts'

interface Props {
  readonly customerId: string
  readonly held: readonly HeldFlair[]
  readonly onClose: () => void
}

export function FlairDialog({ customerId, held, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const nameOf = useOwnName()
  const { data } = useFlairCatalogue()
  const [flairId, setFlairId] = useState<string | null>(null)
  const act = useMembershipAct(customerId, () => kith.membership.awardFlair({ customerId, flairId: flairId ?? '' }))
  const free = (data?.catalogue.flairs ?? []).filter(
    ({ key, offered }) => offered && !held.some((one) => one.flairId === key),
  )
  return (
    <ActDialog
      act={t('act.save')}
      onAct={() => act.mutateAsync(undefined)}
      onClose={onClose}
      opened
      ready={flairId !== null}
      title={t('flair.award')}
    >
      <Select
        data={free.map(({ key, name, icon }) => ({ value: key, label: `${icon} ${nameOf(name)}` }))}
        label={t('flair.flair')}
        name="flairId"
        onChange={setFlairId}
        value={flairId}
      />
    </ActDialog>
  )
}
