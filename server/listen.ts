import { setTimeout as pause } from "node:timers/promises"
import postgres from "postgres"

const heartbeat = 10_000
const longestPause = 5_000

/**
 * Hears what is said on channels of the database, on a connection of its own, for as long as the server
 * runs. `hearing(false)` says that something may be missed from now on: the connection dropped, or
 * answered nothing for a while; it is opened again by itself, and then `hearing(true)`.
 */
export function listenTo({
  url,
  name,
  channels,
  notice,
  hearing,
  onError,
}: {
  url: string
  /** What an administrator sees of the connection. */
  name: string
  channels: readonly string[]
  notice: (said: string, channel: string) => void
  hearing: (yes: boolean) => void
  onError: (error: unknown) => void
}): { ready: Promise<void>; close: () => Promise<void> } {
  const stop = new AbortController()
  let isReady = () => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })

  async function hear(): Promise<void> {
    const lost = new AbortController()
    const options = {
      max: 1,
      max_lifetime: null,
      connect_timeout: 5,
      // A connection that dies while it asks for types rejects a promise that nobody holds.
      fetch_types: false,
      connection: { application_name: name },
      onclose: () => lost.abort(),
      // Known to the driver though not to its types: every notification of the connection.
      onnotify: (channel: string, said: string) => notice(said, channel),
    }
    const client = postgres(url, options)
    const ended = AbortSignal.any([stop.signal, lost.signal])
    try {
      for (const channel of channels) await client.unsafe(`listen ${channel}`)
      hearing(true)
      isReady()
      while (!ended.aborted) {
        await pause(heartbeat, undefined, { signal: ended }).catch(() => undefined)
        if (!ended.aborted) await answersInTime(client)
      }
    } finally {
      hearing(false)
      await client.end({ timeout: 0 })
    }
  }

  async function keepHearing(): Promise<void> {
    for (let tries = 0; !stop.signal.aborted; tries++) {
      const began = Date.now()
      await hear().catch(onError)
      if (Date.now() - began > heartbeat) tries = 0
      const wait = Math.min(longestPause, 100 * 2 ** tries)
      await pause(wait, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  }

  const running = keepHearing()
  return {
    ready,
    close: async () => {
      stop.abort()
      await running
    },
  }
}

async function answersInTime(client: postgres.Sql): Promise<void> {
  const late = new AbortController()
  await Promise.race([
    client`select 1`,
    pause(heartbeat, undefined, { signal: late.signal }).then(() => {
      throw new Error("the connection that hears changes does not answer")
    }),
  ]).finally(() => late.abort())
}
