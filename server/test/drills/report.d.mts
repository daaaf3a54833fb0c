interface Results {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}
interface Figure {
  readonly what: string
  readonly promised: string
  readonly seen: string
}
export function reportOf(results: Results, figures: readonly Figure[]): string
