const NAME = 'kith.offline'
const out = new BroadcastChannel(NAME)

/** The waiting entries have changed: every window of this browser reloads them. */
export const announceChange = () => out.postMessage('changed')

export function onChanges(heard: () => void): () => void {
  const channel = new BroadcastChannel(NAME)
  channel.onmessage = heard
  return () => channel.close()
}
