import fc from 'fast-check'

/** The same values and requests in every run, as far as the ids that the server gives out allow it. */
export const SEED = Number(process.env['KITH_FUZZ_SEED'] ?? 20_240)

fc.configureGlobal({ seed: SEED })
