import { useTranslation } from 'react-i18next'
import { QrCode } from '../../design/qr-code.tsx'
import { Code, Name, useNames } from '../../design/written.tsx'
import type { Customer } from '../../session/session.ts'
import { BusinessFoot, BusinessHead } from './business-face.tsx'
import classes from './print.module.css'

/** A scanner at the counter types the number of the customer. Neither phone nor e-mail is on it: slips are lost. */
export function Slip({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { first, second } = useNames(customer)
  const { number } = customer
  return (
    <div className={classes.slip} data-slip>
      <BusinessHead />
      <strong>
        <Name>{first}</Name>
      </strong>
      {second && <Name>{second}</Name>}
      <QrCode label={t('print.qr', { number })} text={number} />
      <span>{t('print.yourNumber')}</span>
      <strong>
        <Code>{number}</Code>
      </strong>
      <BusinessFoot />
    </div>
  )
}
