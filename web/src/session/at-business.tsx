import { KithRefusal } from '@kith/sdk'
import { Anchor, Button, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure, Loading } from '../design/states.tsx'
import { Here } from '../language/here.ts'
import { isUnreachable } from '../reach/unreachable.ts'
import { login } from './carry.ts'
import { credential } from './credential.ts'
import { Front } from './front.tsx'
import { BusinessContext } from './session.ts'

const KEY = ['business']
/** No business was named, or an unknown one. */
const NOT_FOUND_OUT = ['tenant_needed', 'tenant_unknown']

interface Props {
  readonly children: ReactNode
  /** Shown even if no server answers. */
  readonly orElse?: ReactNode
  readonly onUnreachable?: () => void
}

/** Finds the business of this page: from the URL, from an earlier choice here, or because there is only one. */
export function AtBusiness({ children, orElse, onUnreachable }: Props) {
  const business = useQuery({
    queryKey: KEY,
    queryFn: () => login.tenants.business(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const unreachable = business.error !== null && isUnreachable(business.error)
  useEffect(() => {
    if (unreachable) onUnreachable?.()
  }, [unreachable, onUnreachable])
  if (business.data) {
    return (
      <BusinessContext value={business.data}>
        <Here at={business.data}>{children}</Here>
      </BusinessContext>
    )
  }
  if (business.error instanceof KithRefusal && NOT_FOUND_OUT.includes(business.error.code)) {
    return <ChooseBusiness onChosen={business.refetch} />
  }
  if (business.error) {
    return (
      <>
        <Failure error={business.error} onRetry={business.refetch} />
        {orElse}
      </>
    )
  }
  return <Loading />
}

function ChooseBusiness({ onChosen }: { readonly onChosen: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const [slug, setSlug] = useState('')
  const [busy, setBusy] = useState(false)
  const [unknown, setUnknown] = useState(credential.tenant() !== undefined)

  async function choose(event: FormEvent) {
    event.preventDefault()
    credential.keepTenant(slug.trim().toLowerCase())
    setBusy(true)
    await onChosen()
    setBusy(false)
    setUnknown(true)
  }
  return (
    <Front explained={t('login.whichBusinessExplained')} title={t('login.whichBusiness')}>
      <form onSubmit={choose}>
        <TextInput
          autoCapitalize="none"
          autoFocus
          classNames={{ input: 'kith-code-input' }}
          error={unknown && t('login.noSuchBusiness')}
          label={t('login.slug')}
          name="slug"
          onChange={(event) => {
            setUnknown(false)
            setSlug(event.currentTarget.value)
          }}
          placeholder="marhaba"
          spellCheck={false}
          value={slug}
        />
        <Button disabled={!slug.trim()} fullWidth loading={busy} mt="md" type="submit">
          {t('login.next')}
        </Button>
      </form>
    </Front>
  )
}

/** Only if a user typed the name. */
export function OtherBusiness() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  if (credential.keptTenant() === undefined) return null
  const forget = () => {
    credential.forgetTenant()
    void queries.resetQueries({ queryKey: KEY })
  }
  return (
    <Anchor component="button" onClick={forget} size="sm" type="button">
      {t('login.otherBusiness')}
    </Anchor>
  )
}
