import { useTranslation } from 'react-i18next'
import { useOwnFields } from '../../person/own-fields.tsx'
import { type ColumnName, isOwn, keyOf } from './columns.tsx'

/** What a column is called; those of the business as it called them. */
export function useColumnLabel(): (name: ColumnName) => string {
  const { t, i18n } = useTranslation()
  const own = useOwnFields()?.person ?? []
  return (name) => {
    if (!isOwn(name)) return t(`column.${name}`)
    const label = own.find(({ key }) => key === keyOf(name))?.label
    return label ? (i18n.language === 'ar' ? label.ar : label.en) : keyOf(name)
  }
}
