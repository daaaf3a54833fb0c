import { useTranslation } from 'react-i18next'

/** The name of a role; one unknown to this version is shown as its code. */
export function useRoleWord(): (role: string) => string {
  const { t, i18n } = useTranslation()
  return (role) => {
    const key = `role.${role}` as 'role.owner'
    return i18n.exists(key) ? t(key) : role
  }
}

export function useScopeWord(): (scope: string, otherwise?: string) => string {
  const { t, i18n } = useTranslation()
  return (scope, otherwise) => {
    const key = `scope.${scope.replace(':', '_')}` as 'scope.customers_read'
    return i18n.exists(key) ? t(key) : (otherwise ?? scope)
  }
}
