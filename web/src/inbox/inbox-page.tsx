import type { Output } from '@kith/sdk'
import { Button, CopyButton, Text, Title, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../design/drawing.tsx'
import { LookSwitches } from '../design/look-switches.tsx'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { Code, Moment } from '../design/written.tsx'
import { AtBusiness } from '../session/at-business.tsx'
import { login } from '../session/carry.ts'
import classes from './inbox-page.module.css'
import { codeIn, partsOf } from './parts.ts'

const LOOKS_EVERY_MS = 1_500

type Message = Output<'messages.readInbox'>['items'][0]

/** Codes and links on a development machine, which appear automatically as on a phone. */
export function InboxPage() {
  return (
    <AtBusiness>
      <Inbox />
    </AtBusiness>
  )
}

function Inbox() {
  const { t } = useTranslation()
  const inbox = useQuery({
    queryKey: ['inbox'],
    queryFn: () => login.messages.readInbox({ limit: '50' }),
    refetchInterval: LOOKS_EVERY_MS,
  })
  const messages = inbox.data?.items
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <div>
          <Title order={1} size="h3">
            {t('inbox.title')}
          </Title>
          <Text c="dimmed" size="sm">
            {t('inbox.explained')}
          </Text>
        </div>
        <LookSwitches explain={(label, button) => <Tooltip label={label}>{button}</Tooltip>} />
      </div>
      {inbox.error && !messages && <Failure error={inbox.error} onRetry={inbox.refetch} />}
      {!messages && !inbox.error && <SkeletonRows height={88} rows={4} />}
      {messages?.length === 0 && (
        <Empty drawing={<Drawing of="letters" />} title={t('inbox.none')}>
          {t('inbox.noneExplained')}
        </Empty>
      )}
      {messages && messages.length > 0 && (
        <ol aria-live="polite" className={classes.list}>
          {messages.map((message) => (
            <Arrived key={message.id} message={message} />
          ))}
        </ol>
      )}
    </main>
  )
}

function Arrived({ message }: { readonly message: Message }) {
  const { t } = useTranslation()
  const { channel, template, language, to, subject, text, queuedAt } = message
  const code = codeIn(template, text)
  return (
    <li className={classes.message} data-template={template}>
      <div className={classes.facts}>
        <span>{t(`inbox.${channel}`)}</span>
        <Code>{to ?? '–'}</Code>
        <Moment at={queuedAt} />
      </div>
      <div dir={language === 'ar' ? 'rtl' : 'ltr'} lang={language}>
        {subject && (
          <Title mt={6} order={2} size="h5">
            {subject}
          </Title>
        )}
        <p className={classes.text}>
          {partsOf(text ?? '').map(({ at, isLink, part }) =>
            isLink ? (
              <a dir="ltr" href={part} key={at}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      </div>
      {code && (
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button className={classes.code} data-code={code} onClick={copy} size="compact-md" variant="light">
              {copied ? t('login.copied') : t('inbox.copy', { code: `\u2066${code}\u2069` })}
            </Button>
          )}
        </CopyButton>
      )}
    </li>
  )
}
