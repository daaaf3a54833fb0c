import { Fit, type Needle } from './needle.ts'
import { sketch } from './skeleton.ts'
import { EMAIL_LEAST, skeletonTerm, textTerm } from './terms.ts'

/** @param typing whether more letters may follow: only then is the beginning of a skeleton enough */
export function wordNeedle(word: string[], typing: boolean): Needle {
  // `al s` is on its way to `al said`: the single letter says nothing that `als` does not.
  const forms = word.some((form) => form.length > 1) ? word.filter((form) => form.length > 1) : word
  const sketches = forms.filter(isTelling).map(sketch)
  const skeletons = sketches.flatMap((it) => it.skeletons)
  const beginnings = typing ? skeletons.filter((skeleton) => skeleton.length > 1) : []
  const openings = typing && beginnings.length === 0 ? sketches.flatMap((it) => it.openings) : []
  const textTerms = forms.flatMap((form) => textTerm(form) ?? [])
  const skeletonTerms = [...skeletons, ...openings].map(skeletonTerm)
  const emailForms = forms.filter((form) => form.length >= EMAIL_LEAST)
  return {
    terms: textTerms.length > 0 ? [...new Set([...textTerms, ...skeletonTerms])] : [],
    fit({ names, email }) {
      const known = names.flat()
      if (known.some((its) => meet(its, forms))) return Fit.exact
      if (known.some((its) => its.some((form) => startsWithAny(form, forms)))) return Fit.prefix
      if (startsWithAny(email, emailForms)) return Fit.prefix
      return skeletons.length > 0 ? skeletonFit(known) : Fit.none
    },
  }

  function skeletonFit(known: string[][]): Fit {
    let best: Fit = Fit.none
    for (const [plainest, ...others] of known) {
      const its = sketch(plainest!)
      if (meet(its.skeletons, skeletons)) return Fit.skeleton
      if (others.some((form) => meet(sketch(form).skeletons, skeletons))) return Fit.skeleton
      const begun = its.skeletons.some((skeleton) => startsWithAny(skeleton, beginnings))
      if (begun || meet(its.openings, openings)) best = Fit.skeletonPrefix
    }
    return best
  }
}

/** Two Arabic letters say as much as three Latin ones, since Arabic leaves short vowels out. */
function isTelling(form: string): boolean {
  return form.length >= (ARABIC.test(form) ? 2 : 3)
}

const ARABIC = /\p{Script=Arabic}/u

function startsWithAny(text: string, beginnings: string[]): boolean {
  return beginnings.some((beginning) => text.startsWith(beginning))
}

function meet(some: string[], others: string[]): boolean {
  return some.some((one) => others.includes(one))
}
