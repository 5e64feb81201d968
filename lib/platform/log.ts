import pino, { type Logger } from "pino"
import { env } from "./env"

const address = /[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+/g
const token = /([?&](?:token|key)=)[^&\s"]+/g

/** Removes what may not stand in a log: mail addresses, and tokens of links. */
export function withoutSecrets(text: string): string {
  return text.replace(address, "[mail address]").replace(token, "$1[removed]")
}

/** A query that failed, without what was to be written: drafts stand in nobody's log. */
const withoutValues = (message: string) => message.split("\nparams: ", 1)[0] ?? ""

/** What is logged of a value: without mail addresses and tokens, and of failed queries without values. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return withoutSecrets(value)
  if (depth > 6 || value === null || typeof value !== "object" || value instanceof Date)
    return value
  if (value instanceof Error) {
    const message = withoutValues(value.message)
    return {
      type: value.name,
      message: withoutSecrets(message),
      stack: withoutSecrets((value.stack ?? "").replace(value.message, () => message)),
      cause: scrub(value.cause, depth + 1),
    }
  }
  if (Array.isArray(value)) return value.map((each) => scrub(each, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, scrub(each, depth + 1)]),
  )
}

const shared = globalThis as { rapporteurLog?: Logger }

/** The structured log: one JSON object a line, without mail addresses and tokens wherever they hide. */
export function log(): Logger {
  shared.rapporteurLog ??= pino({
    level: env().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: (entry) => scrub(entry) as Record<string, unknown> },
    hooks: {
      logMethod(args, method) {
        method.apply(
          this,
          args.map((each) =>
            typeof each === "string" ? withoutSecrets(each) : each,
          ) as typeof args,
        )
      },
    },
  })
  return shared.rapporteurLog
}
