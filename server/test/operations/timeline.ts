import { type Calls, example, type Here } from './here.ts'

async function aNote({ key, customer }: Here) {
  const { id: customerId } = await customer()
  const { id: noteId } = await key.timeline.addNote({ ...example('timeline.addNote'), customerId })
  return { customerId, noteId }
}

export const timeline = {
  async 'timeline.read'(here) {
    const { customerId } = await aNote(here)
    await here.key.timeline.read({ customerId })
  },
  'timeline.listPinned': async ({ key, customer }) => key.timeline.listPinned({ customerId: (await customer()).id }),
  'timeline.addNote': aNote,
  'timeline.pinNote': async (here) => here.key.timeline.pinNote({ ...(await aNote(here)), pinned: true }),
  'timeline.removeNote': async (here) => here.key.timeline.removeNote(await aNote(here)),
} satisfies Calls<'timeline'>
