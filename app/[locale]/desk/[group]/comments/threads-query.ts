import { textRef } from "@/lib/comments/input"
import type { TextRef } from "@/lib/comments/model"
import type { ThreadsWanted } from "@/lib/comments/queries"
import { isId } from "@/lib/platform/ids"

export const states = ["all", "open", "resolved", "new"] as const
export type ShownState = (typeof states)[number]

type Asked = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** Which threads the query of an address asks for; what it does not understand is left out. */
export function threadsWanted(asked: Asked): ThreadsWanted {
  const [page, state, thread, comment, since] = (
    ["page", "state", "thread", "at", "since"] as const
  ).map((name) => one(asked[name]))
  return {
    ...(isNumber(page) && { page: Number(page) }),
    ...(states.some((each) => each === state) && { state: state as ShownState }),
    ...(thread && isId(thread) && { threadId: thread }),
    ...(comment && isId(comment) && { commentId: comment }),
    ...(isNumber(since) && { since: Number(since) }),
  }
}

const isNumber = (text: string | undefined) => text !== undefined && /^\d{1,15}$/.test(text)

/** The text that an address speaks of, or null. */
export function textAsked(asked: Asked): TextRef | null {
  const read = textRef.safeParse({ kind: one(asked.kind), id: one(asked.id) })
  return read.success ? read.data : null
}
