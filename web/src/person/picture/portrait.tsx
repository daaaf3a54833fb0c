import { Stack, Text, UnstyledButton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Initials } from '../../design/initials.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { PictureEditor } from './picture-editor.tsx'
import classes from './portrait.module.css'

interface Drawn {
  readonly picture: string | null | undefined
  readonly name: string
  readonly number: string
}

/** The picture of a person; without one, and while it loads, the initial of the name. */
export function Face({ picture, name, number }: Drawn) {
  if (!picture) return <Initials name={name} number={number} />
  return <img alt="" className={classes.picture} data-picture src={picture} />
}

interface Props {
  readonly customer: Customer
  readonly name: string
  /** Whether a press changes it, for those who may. */
  readonly isEditable: boolean
}

export function Portrait({ customer, name, isEditable }: Props) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const { id: customerId, number } = customer
  const { data } = useQuery({
    queryKey: ['picture', customerId],
    queryFn: ({ signal }) => kith.pictures.read({ customerId }, { signal }),
    staleTime: 60_000,
  })
  const face = <Face name={name} number={number} picture={data?.picture} />
  // One of a suspended or restricted customer can be taken away, and no other is given.
  const mayGive = !customer.restricted && customer.status === 'active'
  if (!isEditable || !may('customers:write') || !(mayGive || data?.picture)) return face
  const again = async () => {
    await queries.invalidateQueries({ queryKey: ['picture', customerId] })
    await queries.invalidateQueries({ queryKey: ['customer', customerId, 'history'] })
  }
  return (
    <>
      <UnstyledButton
        aria-label={t('picture.change')}
        className={classes.change}
        data-change-picture
        onClick={() => setOpened(true)}
        title={t('picture.change')}
      >
        {face}
      </UnstyledButton>
      <Dialog forgets onClose={() => setOpened(false)} opened={opened} title={t('picture.title')}>
        <Stack gap="sm">
          <Text c="dimmed" size="sm">
            {t('picture.explained')}
          </Text>
          {face}
          <PictureEditor
            hasOne={Boolean(data?.picture)}
            onChoose={
              mayGive
                ? async (picture) => {
                    await kith.pictures.put({ customerId, picture })
                    await again()
                  }
                : null
            }
            onRemove={async () => {
              await kith.pictures.remove({ customerId })
              await again()
            }}
          />
        </Stack>
      </Dialog>
    </>
  )
}
