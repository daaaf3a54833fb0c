import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { Tag } from '../tag.tsx'
import classes from './messages-page.module.css'
import type { Template } from './template.ts'
import { WordingEditor } from './wording-editor.tsx'

const NEEDS = 'messages:manage'
const MESSAGES = ['messages'] as const
const CHANNELS = ['sms', 'email'] as const
type Channel = (typeof CHANNELS)[number]

/** The message templates of the business. */
export function MessagesPage() {
  const { t } = useTranslation()
  const read = useSetting(MESSAGES, NEEDS, (kith, signal) => kith.messages.listTemplates({}, { signal }))
  return (
    <Section explained={t('settings.messagesExplained')} needs={NEEDS} read={read} title={t('settings.messages')}>
      {({ items }) => <Wordings items={items} />}
    </Section>
  )
}

function Wordings({ items }: { readonly items: readonly Template[] }) {
  const { t, i18n } = useTranslation()
  const [name, setName] = useState<Template['name']>(items[0]!.name)
  const [wanted, setChannel] = useState<Channel>('sms')
  const names = [...new Set(items.map((one) => one.name))]
  const ways = CHANNELS.filter((channel) => items.some((one) => one.name === name && one.channel === channel))
  const channel = ways.includes(wanted) ? wanted : ways[0]!
  const shown = items.filter((one) => one.name === name && one.channel === channel)
  const word = (one: string) => {
    const key = `template.${one}` as 'template.otp_code'
    return i18n.exists(key) ? t(key) : one
  }
  return (
    <div className={classes.split}>
      <nav aria-label={t('settings.messages')} className={classes.list}>
        {names.map((one) => (
          <button
            aria-current={one === name || undefined}
            className={classes.item}
            key={one}
            onClick={() => setName(one)}
            type="button"
          >
            {word(one)}
            {items.some((item) => item.name === one && item.changed) && <Tag tone="blue">{t('messages.ownWords')}</Tag>}
          </button>
        ))}
      </nav>
      <div className={classes.editors}>
        <div className={classes.ways}>
          <h2 className={classes.title}>{word(name)}</h2>
          {ways.length > 1 && (
            <SegmentedControl
              aria-label={t('dashboard.channel')}
              data={ways.map((one) => ({ value: one, label: t(`channel.${one}`) }))}
              onChange={(chosen) => setChannel(chosen as Channel)}
              size="sm"
              value={channel}
            />
          )}
        </div>
        {shown.map((template) => (
          <WordingEditor
            key={`${template.name} ${template.channel} ${template.language} ${template.body}`}
            template={template}
          />
        ))}
      </div>
    </div>
  )
}
