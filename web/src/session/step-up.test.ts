import { KithRefusal } from '@kith/sdk'
import { expect, test } from 'vitest'
import { stepUp, withProof } from './step-up.ts'

const refusal = (code: string) => new KithRefusal({ code, status: 403, title: code })
/** Refuses until somebody has proved who they are. */
function guarded(code = 'proof_needed') {
  let proved = false
  return {
    prove: () => {
      proved = true
    },
    call: async () => {
      if (!proved) throw refusal(code)
      return 'done'
    },
  }
}
const asked = () => expect.poll(stepUp.isAsked).toBe(true)

test('a call that wants a proof is made again once it is there; two at once ask only once', async () => {
  const { prove, call } = guarded()
  const both = Promise.all([withProof(call), withProof(call)])
  await asked()
  prove()
  stepUp.answer(true)
  expect(await both).toEqual(['done', 'done'])
  expect(stepUp.isAsked()).toBe(false)
})

test('whoever does not want to prove anything gets the refusal', async () => {
  const refused = expect(withProof(guarded().call)).rejects.toMatchObject({ code: 'proof_needed' })
  await asked()
  stepUp.answer(false)
  await refused
})

test('any other refusal asks for nothing', async () => {
  await expect(withProof(guarded('forbidden').call)).rejects.toMatchObject({ code: 'forbidden' })
  expect(stepUp.isAsked()).toBe(false)
})
