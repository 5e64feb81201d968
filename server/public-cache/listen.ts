import { setTimeout as pause } from "node:timers/promises"
import postgres from "postgres"
import type { PublicCache } from "./cache"

/** The channel on which `lib/activity/record.ts` says what the public pages must forget. */
const channel = "public_changed"
const heartbeat = 10_000
const longestPause = 5_000

/**
 * Hears what is changed, on a connection of its own, for as long as the server runs. When the
 * connection drops, or answers nothing for a while, the cache keeps nothing until it is heard again.
 */
export function listenForChanges({
  url,
  cache,
  onError,
}: {
  url: string
  cache: Pick<PublicCache, "forget" | "hearing">
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
      connection: { application_name: "rapporteur public pages" },
      onclose: () => lost.abort(),
      // Known to the driver though not to its types: every notification of the connection.
      onnotify: (_: string, change: string) => cache.forget(change),
    }
    const client = postgres(url, options)
    const ended = AbortSignal.any([stop.signal, lost.signal])
    try {
      await client.unsafe(`listen ${channel}`)
      cache.hearing(true)
      isReady()
      while (!ended.aborted) {
        await pause(heartbeat, undefined, { signal: ended }).catch(() => undefined)
        if (!ended.aborted) await answersInTime(client)
      }
    } finally {
      cache.hearing(false)
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
