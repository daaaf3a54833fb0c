import { type Calls, example, type Here } from './here.ts'

const CSV = 'name,phone\nOperation,12\n'

const begun = async ({ rivalKey }: Here) => {
  const { id: importId } = await rivalKey.imports.create(example('imports.create'))
  return importId
}
const ready = async (here: Here) => {
  const importId = await begun(here)
  await here.rivalKey.imports.putPart({ importId, part: 1, bytes: new Blob([CSV]) })
  await here.rivalKey.imports.uploaded({ importId, parts: 1 })
  return importId
}
/** As if the background work had come so far. */
const at = async (here: Here, state: string) => {
  const importId = await ready(here)
  await here.world.owner.query('update imports set state = $2, started_at = now() where id = $1', [importId, state])
  return importId
}

export const imports = {
  'imports.create': begun,
  'imports.putPart': ready,
  'imports.uploaded': ready,
  'imports.list': ({ rivalKey }) => rivalKey.imports.list(),
  'imports.get': async (here) => here.rivalKey.imports.get({ importId: await ready(here) }),
  async 'imports.change'(here) {
    const importId = await ready(here)
    const { columns } = await here.rivalKey.imports.get({ importId })
    await here.rivalKey.imports.change({ ...example('imports.change'), importId, columns })
  },
  'imports.preview': async (here) => here.rivalKey.imports.preview({ importId: await ready(here) }),
  'imports.check': async (here) => here.rivalKey.imports.check({ importId: await ready(here) }),
  'imports.run': async (here) => here.rivalKey.imports.run({ importId: await at(here, 'checked') }),
  'imports.pause': async (here) => here.rivalKey.imports.pause({ importId: await at(here, 'running') }),
  'imports.resume': async (here) => here.rivalKey.imports.resume({ importId: await at(here, 'paused') }),
  'imports.undo': async (here) => here.rivalKey.imports.undo({ importId: await at(here, 'done') }),
  'imports.discard': async (here) => here.rivalKey.imports.discard({ importId: await ready(here) }),
  'imports.listRows': async (here) =>
    here.rivalKey.imports.listRows({ importId: await ready(here), outcome: 'refused' }),
  'imports.refusedFile': async (here) => here.rivalKey.imports.refusedFile({ importId: await ready(here) }),
} satisfies Calls<'imports'>
