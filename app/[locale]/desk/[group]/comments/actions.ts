"use server"

import { randomUUID } from "node:crypto"
import { answerThread } from "@/lib/comments/answer-thread"
import { discardBegun } from "@/lib/comments/discard-begun"
import { editComment } from "@/lib/comments/edit-comment"
import { hideComment } from "@/lib/comments/hide-comment"
import {
  answerThreadInput,
  discardBegunInput,
  editCommentInput,
  hideCommentInput,
  markReadInput,
  muteThreadInput,
  openThreadInput,
  ownCommentInput,
  reactInput,
  reopenThreadInput,
  resolveThreadInput,
  withholdNameInput,
} from "@/lib/comments/input"
import { markRead } from "@/lib/comments/mark-read"
import { muteThread } from "@/lib/comments/mute-thread"
import { openThread } from "@/lib/comments/open-thread"
import { reactToComment } from "@/lib/comments/react-to-comment"
import { reopenThread } from "@/lib/comments/reopen-thread"
import { resolveThread } from "@/lib/comments/resolve-thread"
import { showComment } from "@/lib/comments/show-comment"
import { withdrawComment } from "@/lib/comments/withdraw-comment"
import { withholdName } from "@/lib/comments/withhold-name"
import { applyToDocument } from "@/lib/documents/apply-proposal"
import { applyProposal } from "@/lib/minutes/apply-proposal"
import { applyProposalInput } from "@/lib/minutes/input"
import { type ActionResult, runAction } from "@/lib/platform/action"
import type { Actor } from "@/lib/platform/actor"
import type { Filed } from "./filed"

/** With a submission for the comment after it. */
const withNext =
  <Input>(verb: (actor: Actor, input: Input) => Promise<Omit<Filed, "next">>) =>
  async (actor: Actor, input: Input): Promise<Filed> => ({
    ...(await verb(actor, input)),
    next: randomUUID(),
  })

type Told = ActionResult<void> | null

export async function openThreadAction(
  _: ActionResult<Filed> | null,
  form: FormData,
): Promise<ActionResult<Filed>> {
  return runAction(openThreadInput, form, withNext(openThread))
}

export async function answerThreadAction(
  _: ActionResult<Filed> | null,
  form: FormData,
): Promise<ActionResult<Filed>> {
  return runAction(answerThreadInput, form, withNext(answerThread))
}

export async function discardBegunAction(
  _: ActionResult<{ key: string }> | null,
  form: FormData,
): Promise<ActionResult<{ key: string }>> {
  return runAction(discardBegunInput, form, discardBegun)
}

export async function editCommentAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(editCommentInput, form, editComment)
}

export async function withdrawCommentAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(ownCommentInput, form, withdrawComment)
}

export async function withholdNameAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(withholdNameInput, form, withholdName)
}

export async function hideCommentAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(hideCommentInput, form, hideComment)
}

export async function showCommentAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(hideCommentInput, form, showComment)
}

export async function reactAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(reactInput, form, reactToComment)
}

export async function resolveThreadAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(resolveThreadInput, form, resolveThread)
}

export async function reopenThreadAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(reopenThreadInput, form, reopenThread)
}

export async function muteThreadAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(muteThreadInput, form, muteThread)
}

export async function markReadAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(markReadInput, form, markRead)
}

export async function applyProposalAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(applyProposalInput, form, async (actor, input) => {
    await applyProposal(actor, input)
  })
}

export async function applyToDocumentAction(_: Told, form: FormData): Promise<ActionResult<void>> {
  return runAction(applyProposalInput, form, async (actor, input) => {
    await applyToDocument(actor, input)
  })
}
