"use client"

import { createContext, useContext } from "react"
import type { TextRef, ThreadsView, TypedDraft } from "@/lib/comments/model"
import type { MarkedPassages } from "./beside/marked-passages"
import type { FileAction } from "./filed"

/** What every part of a list of threads knows. */
export type ThreadsHand = {
  on: TextRef
  /** The consultation of which alone the threads are shown. */
  consultationId?: string | undefined
  may: ThreadsView["may"]
  people: ThreadsView["people"]
  consultations: ThreadsView["consultations"]
  drafts: ThreadsView["drafts"]
  /** What was typed since the threads were read, by key; nothing in a draft that was sent. */
  typedHere: Map<string, TypedDraft>
  /** The address of the comments of the group's desk; null where a reader has no desk. */
  base: string | null
  /** What files a new thread and an answer, and what their forms carry besides. */
  open: FileAction
  answer: FileAction
  hidden: Readonly<Record<string, string>>
  /** The comments that came since the reader was here, in reading order. */
  fresh: ThreadsView["fresh"]
  /** The ids of the comments that this page shows. */
  shown: ReadonlySet<string>
  /** Reads the threads again, after a change of one's own. */
  reread: () => void
  /** What a thread on a place is called; null where it stands under that name already. */
  nameOf: (place: string | null) => string | null
  /** The passages as they stand at this moment, beside a text that is being written. */
  passages?: MarkedPassages
}

export const ThreadsContext = createContext<ThreadsHand | null>(null)

/** The list of threads around a component. */
export function useHand(): ThreadsHand {
  const hand = useContext(ThreadsContext)
  if (!hand) throw new Error("A thread stands outside of a list of threads")
  return hand
}
