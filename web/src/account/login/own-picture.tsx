import { Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PictureEditor } from '../../person/picture/picture-editor.tsx'
import { Face } from '../../person/picture/portrait.tsx'
import { login } from '../../session/carry.ts'
import { Section } from '../section.tsx'

const KEY = ['own', 'picture']

/** The customer's picture, which they give and remove themselves. */
export function OwnPicture({ name, number }: { readonly name: string; readonly number: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: KEY, queryFn: () => login.pictures.readOwn() })
  if (!data) return null
  return (
    <Section explained={t('picture.ownExplained')} title={t('picture.title')}>
      <Group data-own-picture gap="md">
        <Face name={name} number={number} picture={data.picture} />
        <PictureEditor
          hasOne={data.picture !== null}
          onChoose={async (picture) => void queries.setQueryData(KEY, await login.pictures.putOwn({ picture }))}
          onRemove={async () => void queries.setQueryData(KEY, await login.pictures.removeOwn())}
        />
      </Group>
    </Section>
  )
}
