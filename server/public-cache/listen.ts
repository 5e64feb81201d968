import { listenTo } from "../listen"
import type { PublicCache } from "./cache"

/** The channel on which `lib/activity/record.ts` says what the public pages must forget. */
const channel = "public_changed"

/** Hears what is changed. While nothing can be heard the cache keeps nothing. */
export function listenForChanges({
  url,
  cache,
  onError,
}: {
  url: string
  cache: Pick<PublicCache, "forget" | "hearing">
  onError: (error: unknown) => void
}): { ready: Promise<void>; close: () => Promise<void> } {
  return listenTo({
    url,
    name: "rapporteur public pages",
    channels: [channel],
    notice: (change) => cache.forget(change),
    hearing: (yes) => cache.hearing(yes),
    onError,
  })
}
