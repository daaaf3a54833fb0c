import { Button, Group, Stack } from '@mantine/core'
import { type QueryKey, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { Failure, Loading } from '../../design/states.tsx'
import { Code, Moment, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { type Face, Mark } from '../../session/face.tsx'
import classes from './consents.module.css'
import type { Receipt } from './queries.ts'

const PAPER = {
  close: classes.notOnPaper ?? '',
  content: classes.sheet ?? '',
  inner: classes.paper ?? '',
  overlay: classes.notOnPaper ?? '',
}
const STATES = { granted: 'granted', withdrawn: 'withdrawn', requested: 'pending' } as const

interface Reading {
  /** Of the business: on the receipt as on everything that it hands out. */
  readonly face: Face | undefined
  readonly keptAs: QueryKey
  readonly read: (eventId: string, signal: AbortSignal) => Promise<Receipt>
}

interface Props extends Reading {
  readonly eventId: string | null
  readonly onClose: () => void
}

/** The receipt of a decision, also for printing. */
export function ReceiptModal({ eventId, onClose, ...reading }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog classNames={PAPER} onClose={onClose} opened={eventId !== null} size="lg" title={t('consent.receipt')}>
      {eventId && <Loaded {...reading} eventId={eventId} />}
    </Dialog>
  )
}

function Loaded({ face, keptAs, read, eventId }: Reading & { readonly eventId: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: [...keptAs, eventId],
    queryFn: ({ signal }) => read(eventId, signal),
  })
  if (error) return <Failure error={error} onRetry={refetch} />
  if (!data) return <Loading />
  return (
    <Stack gap="md">
      {face?.logo && <Mark className={classes.logo} face={face} />}
      <Facts receipt={data} />
      <article className={classes.text} dir="auto" lang={data.language}>
        <strong>{data.title}</strong>
        {'\n'}
        {data.text}
      </article>
      <Group className={classes.notOnPaper} justify="flex-end">
        <Button leftSection={<Icon name="receipt" size={16} />} onClick={() => window.print()} variant="default">
          {t('consent.print')}
        </Button>
      </Group>
    </Stack>
  )
}

function Facts({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation()
  const number = useNumber()
  return (
    <dl className={classes.facts}>
      <Fact label={t('consent.business')}>
        <Name>{receipt.business}</Name>
      </Fact>
      <Fact label={t('consent.decision')}>{t(`consentState.${STATES[receipt.decision]}`)}</Fact>
      <Fact label={t('consent.decidedAt')}>
        <Moment at={receipt.decidedAt} exact />
      </Fact>
      <Fact label={t('consent.heard')}>{t(`consentSource.${receipt.source}`)}</Fact>
      {receipt.spokenTo && (
        <Fact label={t('consent.heardBy')}>
          <Name>{receipt.spokenTo}</Name>
        </Fact>
      )}
      <Fact label={t('consent.textVersion')}>{number(receipt.version)}</Fact>
      <Fact label={t('consent.receiptNumber')}>
        <Code>{receipt.eventId}</Code>
      </Fact>
      <Fact label={t('consent.fingerprint')}>
        <Code>{receipt.sha256}</Code>
      </Fact>
    </dl>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
