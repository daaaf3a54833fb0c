import { Button, CopyButton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QrCode } from '../../design/qr-code.tsx'
import { Failure, Loading } from '../../design/states.tsx'
import { Code } from '../../design/written.tsx'
import { CodeField } from '../form/code-field.tsx'
import { FormError, useSending } from '../form/sending.tsx'
import classes from '../front.module.css'

interface Props {
  readonly id: string
  readonly begin: () => Promise<{ readonly secret: string; readonly uri: string }>
  readonly confirm: (code: string) => Promise<void>
}

/** Sets up an authenticator: the QR code or the typed key, and its first code. */
export function Enrolment({ id, begin, confirm }: Props) {
  const { t } = useTranslation()
  const { busy, formError, send, submit } = useSending()
  const [code, setCode] = useState('')
  const begun = useQuery({
    queryKey: ['enrolment', id],
    queryFn: begin,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (begun.error) return <Failure error={begun.error} onRetry={begun.refetch} />
  if (!begun.data) return <Loading />
  const { secret, uri } = begun.data
  return (
    <form onSubmit={submit(() => confirm(code))}>
      <Stack gap="sm">
        <div className={classes.secret}>
          <QrCode label={t('factor.qr')} text={uri} />
          <Text c="dimmed" size="xs" ta="center">
            {t('factor.typeInstead')}
            <br />
            <Code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
          </Text>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button color="gray" onClick={copy} size="compact-xs" variant="subtle">
                {copied ? t('login.copied') : t('factor.copyKey')}
              </Button>
            )}
          </CopyButton>
        </div>
        <FormError>{formError}</FormError>
        <CodeField
          autoFocus
          label={t('factor.firstCode')}
          onChange={setCode}
          onWhole={(whole) => void send(() => confirm(whole))}
          value={code}
        />
        <Button fullWidth loading={busy} type="submit">
          {t('factor.confirm')}
        </Button>
      </Stack>
    </form>
  )
}
