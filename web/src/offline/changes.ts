const NAME = 'kith.offline'
const out = new BroadcastChannel(NAME)

/** What waits has changed: every window of this browser looks again, this one too. */
export const tellOthers = () => out.postMessage('changed')

export function onChanges(heard: () => void): () => void {
  const channel = new BroadcastChannel(NAME)
  channel.onmessage = heard
  return () => channel.close()
}
