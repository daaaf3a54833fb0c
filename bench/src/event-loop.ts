const P99 = /^kith_nodejs_eventloop_lag_p99_seconds ([\d.e+-]+)/m

/** Begins to watch the delays of a server's event loop; then tells their p99 in milliseconds. Asking begins anew. */
export async function loopDelay(url: string): Promise<() => Promise<number>> {
  await ask(url)
  return () => ask(url)
}

async function ask(url: string): Promise<number> {
  const answer = await fetch(`${url}/metrics`)
  const seconds = P99.exec(await answer.text())?.[1]
  if (seconds === undefined) throw new Error('The server does not tell how late its event loop is')
  return Number(seconds) * 1000
}
