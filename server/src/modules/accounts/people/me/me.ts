import { isScope } from '../../../../kit/caller.ts'
import type { Context } from '../../../../kit/context.ts'
import type { Output } from '../../../../kit/endpoint.ts'
import { getCustomer, readContacts } from '../../../customers/index.ts'
import { factorsOfPerson } from '../../gate/factors.ts'
import { accountsOfPerson, ownAccount } from '../../login/accounts.ts'
import { credentialsOf, openLogin, passwordOf } from '../../login/credentials.ts'
import { readSignInSettings } from '../../login/settings.ts'
import { openStaffName } from '../../login/staff/name.ts'
import { recoveryCodesLeft } from '../../ways-in/second-factor/recovery.ts'
import type * as api from './contract.ts'

export async function readMe(ctx: Context): Promise<Output<typeof api.me>> {
  const account = await ownAccount(ctx)
  const credential = await passwordOf(ctx, account.id)
  const customer = account.customerId === null ? null : await getCustomer(ctx, { customerId: account.customerId })
  const contact = account.customerId === null ? null : (await readContacts(ctx, account.customerId)).email
  const emailVerified = credential ? credential.proved_at !== null : contact?.verified === true
  const factors = await factorsOfPerson(ctx, account)
  const phone = (await credentialsOf(ctx, [account.id])).find((one) => one.kind === 'phone' && one.proved_at !== null)
  return {
    account: { id: account.id, kind: customer ? 'customer' : 'staff', role: account.role },
    name: customer ? customer.name : await openStaffName(ctx, account.id),
    customer: customer && {
      id: customer.id,
      number: customer.number,
      displayName: customer.displayName,
      type: customer.type,
    },
    email: credential ? await openLogin(ctx, credential) : (contact?.value ?? null),
    emailVerified,
    hasPassword: credential !== null && credential.secret !== null,
    phone: phone ? await openLogin(ctx, phone) : null,
    emailVerification: emailVerified || !credential ? 'done' : (await readSignInSettings(ctx)).emailVerification,
    secondFactors: [...new Set(factors.map(({ kind }) => kind))],
    recoveryCodesLeft: await recoveryCodesLeft(ctx, await accountsOfPerson(ctx, account)),
    may: [...ctx.caller.may].filter(isScope),
    provedAt: ctx.caller.signedIn!.provedAt.toISOString(),
  }
}
