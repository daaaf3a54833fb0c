import { useTranslation } from 'react-i18next'
import classes from '../account/account-page.module.css'
import { AddressCards } from '../customers/addresses/address-cards.tsx'
import { useOwnBook } from './own-book.ts'
import { OwnPage } from './page.tsx'

export function OwnAddressesPage() {
  const { t } = useTranslation()
  const book = useOwnBook()
  return (
    <OwnPage explained={t('mine.addressesExplained')} title={t('mine.addresses')}>
      <div className={classes.section}>
        <AddressCards book={book} />
      </div>
    </OwnPage>
  )
}
