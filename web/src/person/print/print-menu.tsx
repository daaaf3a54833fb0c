import { ActionIcon, Menu } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { PaperDialog } from '../../design/paper.tsx'
import type { Customer } from '../../session/session.ts'
import { Label } from './label.tsx'
import { Slip } from './slip.tsx'

const PRINTED = ['slip', 'label'] as const
type Printed = (typeof PRINTED)[number]

/** What can be printed of a customer: a slip to take along, a label for their things. */
export function PrintMenu({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const [printed, setPrinted] = useState<Printed | null>(null)
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={t('print.act')} data-print size={36} variant="default">
            <Icon name="print" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {PRINTED.map((one) => (
            <Menu.Item key={one} onClick={() => setPrinted(one)}>
              {t(`print.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <PaperDialog onClose={() => setPrinted(null)} opened={printed !== null} title={printed && t(`print.${printed}`)}>
        {printed === 'slip' && <Slip customer={customer} />}
        {printed === 'label' && <Label customer={customer} />}
      </PaperDialog>
    </>
  )
}
