import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTenant } from '../session/tenant.ts'
import { AcquisitionFigures } from './acquisition-figures.tsx'
import classes from './dashboard-page.module.css'
import { EngagementFigures } from './engagement-figures.tsx'
import { FirstSteps, useBeginning } from './first-steps.tsx'
import { LedgerFigures } from './ledger-figures.tsx'
import { LiabilityFigures } from './liability-figures.tsx'
import { MessageFigures } from './message-figures.tsx'
import { lastDays, type Period } from './period.ts'
import { PeriodBar } from './period-bar.tsx'
import { QualityFigures } from './quality-figures.tsx'
import { ReliabilityFigures } from './reliability-figures.tsx'
import { SignInFigures } from './sign-in-figures.tsx'
import { Today } from './today.tsx'
import { useFigures } from './use-figures.ts'

/** The overview. All figures are counted by the server. */
export function DashboardPage() {
  const { t } = useTranslation()
  const { timeZone } = useTenant()
  const search = useSearch({ from: '/' })
  const navigate = useNavigate()
  const period: Period = { ...lastDays('30', timeZone), ...search }
  const of = useFigures(period)
  const beginning = useBeginning()
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('place.dashboard')}</h1>
        <Button onClick={() => window.print()} size="sm" variant="subtle">
          {t('dashboard.print')}
        </Button>
        <PeriodBar
          onPeriod={(search) => void navigate({ to: '/', search, replace: true })}
          period={period}
          timeZone={timeZone}
        />
      </header>
      <div className={classes.grid}>
        <Today />
        {beginning && <FirstSteps steps={beginning.steps} />}
        {/* Before there are customers there is nothing to count. */}
        {beginning?.hasCustomers !== false && (
          <>
            <AcquisitionFigures figures={of.acquisition} />
            <QualityFigures figures={of.quality} />
            <EngagementFigures figures={of.engagement} />
            <LedgerFigures consent={of.consent} points={of.points} />
            <LiabilityFigures />
            <MessageFigures figures={of.messages} />
            <SignInFigures figures={of.signIns} />
            <ReliabilityFigures figures={of.reliability} />
          </>
        )}
      </div>
    </div>
  )
}
