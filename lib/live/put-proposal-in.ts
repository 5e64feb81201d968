import * as Y from "yjs"
import type { Transaction } from "@/db/client"
import { squeezed } from "@/lib/comments/anchors/find-quote"
import { knowPassages } from "@/lib/comments/anchors/keep-places"
import { Passages } from "@/lib/comments/anchors/passages"
import { replaceWords } from "@/lib/comments/anchors/replace-words"
import { markApplied } from "@/lib/comments/mark-applied"
import type { Authorship } from "@/lib/minutes/authorship"
import { appliedNote } from "@/lib/minutes/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { keepState } from "./change"
import { keepTextPlaces } from "./keep-places"
import type { LiveText } from "./kind"
import type { StoredState } from "./stored"
import { textRef } from "./text-ref"

/** What a revision has to know that holds proposed words. */
export type ProposalPutIn = {
  authorId: string | null
  note: string
  upto: number
  authorship: Authorship
  contributors: string[]
}

type Proposal = {
  actor: Actor
  commentId: string
  /** What the passage said when it was decided. */
  seen: string
  /** Writes the rows that follow from the text. */
  writeRows?: () => Promise<void>
}

/**
 * Step: puts the words that a comment proposes in the place of its passage in a shared text, which the
 * caller holds. Whoever proposed them counts as having written them, and whoever pressed as having
 * changed the text; what a guest proposed counts as nobody's of the register. `conflict` when the
 * passage is gone, or says something else than `seen`.
 */
export async function putProposalIn(
  tx: Transaction,
  text: LiveText,
  state: StoredState,
  { actor, commentId, seen, writeRows }: Proposal,
): Promise<ProposalPutIn> {
  const { comment, thread } = await markApplied(tx, { commentId, actor })
  const passages = new Passages(state.doc)
  await knowPassages(tx, textRef(text), passages)
  const before = Y.encodeStateVector(state.doc)
  replacePassage(passages, thread.id, seen, comment.proposal ?? "")
  await writeRows?.()
  const authorId = personOf(actor)
  const proposerId = comment.authorId ?? (comment.guestId ? null : authorId)
  const shared = await keepState(tx, text, state, before, proposerId)
  await keepTextPlaces(tx, text, passages)
  const contributors = [...new Set([proposerId, authorId].filter((id) => id !== null))]
  return { authorId, note: appliedNote(commentId), contributors, ...shared }
}

function replacePassage(passages: Passages, threadId: string, seen: string, words: string): void {
  const at = passages.placeOf(threadId)
  if (!at?.place) throw new Refusal("conflict", "comment.passageGone")
  const { from, to } = at.place
  const now = passages.flat(at.fragment).text.slice(from, to)
  if (squeezed(now) !== squeezed(seen))
    throw new Refusal("conflict", "comment.passageChanged", { words: now.slice(0, 200) })
  passages.move(threadId, replaceWords(passages.doc, at.fragment, at.place, words))
}
