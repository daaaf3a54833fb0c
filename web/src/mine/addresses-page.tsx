import { useTranslation } from 'react-i18next'
import { AddressCards } from '../customers/addresses/address-cards.tsx'
import { useOwnBook } from './own-book.ts'
import { OwnPage } from './page.tsx'

export function OwnAddressesPage() {
  const { t } = useTranslation()
  const book = useOwnBook()
  return (
    <OwnPage explained={t('mine.addressesExplained')} title={t('mine.addresses')}>
      <AddressCards book={book} />
    </OwnPage>
  )
}
