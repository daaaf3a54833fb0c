/** Makes the till open without network from the next time on. A browser that cannot still has everything else. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  // So that the browser does not clear what waits when its disk is full.
  void navigator.storage?.persist?.().catch(() => undefined)
}
