import { KithRefusal, type Output } from '@kith/sdk'
import { Anchor, Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows } from '../../design/states.tsx'
import { Name } from '../../design/written.tsx'
import { forgetServed } from '../../offline/served.ts'
import { WaitedForAtDoor } from '../../offline/waited-for.tsx'
import { login } from '../carry.ts'
import { credential } from '../credential.ts'
import { Front } from '../front.tsx'
import type { Answer } from '../sign-in/arrival.tsx'
import { PinPad } from './pin-pad.tsx'
import classes from './till-door.module.css'

type Operator = Output<'accounts.operators'>['items'][0]

interface Props {
  readonly onAnswer: (answer: Answer) => void
  /** A staff member without a PIN here, or with an expired one. */
  readonly onFull: () => void
}

/** The sign-in of a till: the staff member, and the PIN. */
export function TillDoor({ onAnswer, onFull }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Operator | null>(null)
  const operators = useQuery({ queryKey: ['operators'], queryFn: () => login.accounts.operators(), staleTime: 0 })
  const isRevoked = operators.error instanceof KithRefusal && operators.error.status === 401
  useEffect(() => {
    if (!isRevoked) return
    credential.forgetTill()
    void forgetServed().catch(() => undefined)
    onFull()
  }, [isRevoked, onFull])

  const title = <Name>{operators.data?.till.name ?? credential.till()?.name ?? ''}</Name>
  if (chosen) {
    const enter = async (pin: string) =>
      onAnswer(await login.accounts.signInByPin({ accountId: chosen.accountId, pin, session: 'cookie' }))
    return (
      <Front explained={t('tillDoor.enterPin')} title={<Name>{chosen.name ?? t(`staffRole.${chosen.role}`)}</Name>}>
        <PinPad act={t('signIn.enter')} label={t('tillDoor.pin')} onPin={enter} />
        <Anchor component="button" onClick={() => setChosen(null)} size="sm" ta="start" type="button">
          {t('tillDoor.somebodyElse')}
        </Anchor>
      </Front>
    )
  }
  return (
    <Front explained={t('tillDoor.who')} title={title}>
      {operators.error && !isRevoked && <Failure error={operators.error} onRetry={operators.refetch} />}
      {operators.isPending && <SkeletonRows height={44} rows={3} />}
      {operators.data?.items.length === 0 && <Text size="sm">{t('tillDoor.nobody')}</Text>}
      <WaitedForAtDoor />
      <ul className={classes.operators}>
        {operators.data?.items.map((one) => (
          <li key={one.accountId}>
            <Button
              data-operator
              fullWidth
              justify="space-between"
              onClick={() => (one.usable ? setChosen(one) : onFull())}
              rightSection={
                <Text c="dimmed" size="xs">
                  {one.usable ? t(`staffRole.${one.role}`) : t('tillDoor.fullFirst')}
                </Text>
              }
              size="md"
              variant="default"
            >
              <Name>{one.name ?? t(`staffRole.${one.role}`)}</Name>
            </Button>
          </li>
        ))}
      </ul>
      <Anchor component="button" onClick={onFull} size="sm" ta="start" type="button">
        {t('tillDoor.byEmail')}
      </Anchor>
    </Front>
  )
}
