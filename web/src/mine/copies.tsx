import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../account/section.tsx'
import { OneExport } from '../privacy/one-export.tsx'
import { FormError, useSending } from '../session/form/sending.tsx'
import classes from './mine.module.css'
import { downloadCopy, type OwnCopy, useAsk, useDeleteCopy } from './own-privacy.ts'

/** The customer's export, as files and as a page to read. */
export function Copies({ copies }: { readonly copies: readonly OwnCopy[] }) {
  const { t } = useTranslation()
  const ask = useAsk()
  const remove = useDeleteCopy()
  const { busy, formError, send } = useSending()
  const isUnderWay = copies.some(({ status }) => status === 'waiting')
  return (
    <Section explained={t('mineData.copyExplained')} title={t('mineKind.access')}>
      <Button
        data-ask="access"
        disabled={isUnderWay}
        loading={busy}
        mt="sm"
        onClick={() => void send(() => ask('access'))}
        size="sm"
      >
        {t('mineData.askCopy')}
      </Button>
      <FormError>{formError}</FormError>
      {copies.length > 0 && (
        <div className={classes.copies}>
          {copies.map((one) => (
            <OneExport key={one.id} onDelete={remove} onFetch={downloadCopy} one={one} />
          ))}
        </div>
      )}
    </Section>
  )
}
