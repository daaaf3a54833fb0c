interface ShopSettings {
  readonly kithUrl: string
  /** The slug of the business. */
  readonly tenant: string
  /** 0 for a free one. */
  readonly port?: number
}
export function openShop(settings: ShopSettings): Promise<{ readonly url: string; close(): Promise<void> }>
