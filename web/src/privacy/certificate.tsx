import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useNotifyFailure } from '../design/notify.ts'
import { useSession } from '../session/session.ts'
import { save } from './save.ts'

/** The signed certificate file. */
export function Certificate({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const notifyFailure = useNotifyFailure()
  async function fetchIt() {
    try {
      const certificate = await kith.privacy.getCertificate({ erasureId: id })
      const content = new Blob([JSON.stringify(certificate, null, 2)], { type: 'application/json' })
      save(content, `kith-erasure-${id.slice(0, 8)}.json`)
    } catch (error) {
      notifyFailure(error)
    }
  }
  return (
    <Button
      leftSection={<Icon name="download" size={14} />}
      onClick={() => void fetchIt()}
      size="compact-sm"
      variant="default"
    >
      {t('gone.certificate')}
    </Button>
  )
}
