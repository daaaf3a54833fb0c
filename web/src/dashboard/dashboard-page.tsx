import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/session.ts'
import { useTenant } from '../session/tenant.ts'
import { CustomerFigures } from './customer-figures.tsx'
import classes from './dashboard-page.module.css'
import { MessageFigures } from './message-figures.tsx'
import { lastDays, type Period } from './period.ts'
import { PeriodBar } from './period-bar.tsx'
import { SignInFigures } from './sign-in-figures.tsx'

/** The overview. All figures are counted by the server. */
export function DashboardPage() {
  const { t } = useTranslation()
  const { timeZone } = useTenant()
  const search = useSearch({ from: '/' })
  const navigate = useNavigate()
  const period: Period = { ...lastDays('30', timeZone), ...search }
  const { customers, messages, signIns } = useFigures(period)
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('place.dashboard')}</h1>
        <PeriodBar
          onPeriod={(search) => void navigate({ to: '/', search, replace: true })}
          period={period}
          timeZone={timeZone}
        />
      </header>
      <div className={classes.grid}>
        <CustomerFigures figures={customers} />
        <MessageFigures figures={messages} />
        <SignInFigures figures={signIns} />
      </div>
    </div>
  )
}

function useFigures(period: Period) {
  const { kith } = useSession()
  const key = (what: string) => ['statistics', what, period]
  const options = { placeholderData: keepPreviousData, staleTime: 60_000 }
  const customers = useQuery({
    ...options,
    queryKey: key('customers'),
    queryFn: ({ signal }) => kith.customers.customersByDay(period, { signal }),
  })
  const messages = useQuery({
    ...options,
    queryKey: key('messages'),
    queryFn: ({ signal }) => kith.messages.messagesByDay(period, { signal }),
  })
  const signIns = useQuery({
    ...options,
    queryKey: key('sign-ins'),
    queryFn: ({ signal }) => kith.accounts.signInsByDay(period, { signal }),
  })
  return { customers, messages, signIns }
}
