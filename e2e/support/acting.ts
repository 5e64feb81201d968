import { publishArchive } from "@/lib/archive/publish"
import { withdrawReport } from "@/lib/corrections/withdraw"
import type { AccountActor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { startSending } from "@/lib/platform/jobs"
import { reactTo } from "@/lib/reactions/react"
import { publishMinutes } from "@/lib/reports/publish"

// The process that `acting-process.ts` starts: a server without pages that does what it is told to.

const acts = {
  publish: publishMinutes,
  withdraw: withdrawReport,
  "publish the archive": publishArchive,
  react: (_: AccountActor, eventId: number) => reactTo(eventId),
}

export type Acts = typeof acts
export type Order<Name extends keyof Acts = keyof Acts> = {
  name: Name
  actor: Omit<AccountActor, "groups"> & { groups: [string, "member" | "co-chair"][] }
  input: Parameters<Acts[Name]>[1]
  /** So many at once. */
  times: number
}

/** What one of them came to. */
export type Said = {
  done?: unknown
  key?: string
  values?: Record<string, string | number>
  data?: unknown
  error?: string
}

process.on("message", async ({ name, actor, input, times }: Order) => {
  const act = acts[name] as (actor: AccountActor, input: unknown) => Promise<unknown>
  const whole: AccountActor = { ...actor, groups: new Map(actor.groups) }
  const results = await Promise.allSettled(Array.from({ length: times }, () => act(whole, input)))
  process.send?.(
    results.map((result): Said => {
      if (result.status === "fulfilled") return { done: result.value ?? null }
      const { reason } = result
      return reason instanceof Refusal
        ? { key: reason.key, values: reason.values, data: reason.data }
        : { error: String(reason) }
    }),
  )
})

// Whoever started it is gone.
process.on("disconnect", () => process.exit(0))
await startSending()
process.send?.("ready")
