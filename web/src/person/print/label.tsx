import { useTranslation } from 'react-i18next'
import { QrCode } from '../../design/qr-code.tsx'
import { Code, Name, useNames } from '../../design/written.tsx'
import type { Customer } from '../../session/session.ts'
import classes from './print.module.css'

/** For a bag or a box: whose it is, in both scripts. */
export function Label({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { first, second } = useNames(customer)
  const { number } = customer
  return (
    <div className={classes.label} data-label>
      <QrCode label={t('print.qr', { number })} text={number} />
      <div>
        <strong>
          <Name>{first}</Name>
        </strong>
        {second && <Name>{second}</Name>}
        <Code>{number}</Code>
      </div>
    </div>
  )
}
