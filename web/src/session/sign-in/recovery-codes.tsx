import { Button, Checkbox, CopyButton, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../../design/written.tsx'
import classes from '../front.module.css'
import { Front } from '../front.tsx'

interface Props {
  readonly codes: readonly string[]
  readonly onKept: () => void
}

/** They are never shown again, so they cannot be dismissed by accident. */
export function RecoveryCodes(props: Props) {
  const { t } = useTranslation()
  return (
    <Front explained={t('factor.codesExplained')} title={t('factor.codes')}>
      <CodesToKeep {...props} />
    </Front>
  )
}

export function CodesToKeep({ codes, onKept }: Props) {
  const { t } = useTranslation()
  const [kept, setKept] = useState(false)
  return (
    <>
      <ol className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <Code>{code}</Code>
          </li>
        ))}
      </ol>
      <Group className={classes.unprinted} grow>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button onClick={copy} variant="default">
              {copied ? t('login.copied') : t('login.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={() => window.print()} variant="default">
          {t('login.print')}
        </Button>
      </Group>
      <Checkbox
        checked={kept}
        className={classes.unprinted}
        label={t('factor.codesKept')}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button className={classes.unprinted} data-kept disabled={!kept} fullWidth onClick={onKept}>
        {t('login.next')}
      </Button>
    </>
  )
}
