/** Makes the till open offline from the next time on. Without support everything else still works. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  // So that the browser does not evict waiting entries when its disk is full.
  void navigator.storage?.persist?.().catch(() => undefined)
}
