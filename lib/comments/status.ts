import { type Disposition, needsReason, type ThreadRowState } from "./model"

/** What keeps a thread from being resolved (the key of its sentence under `errors`), or null. */
export function resolveLack(thread: { state: ThreadRowState }): string | null {
  return thread.state === "resolved" ? "comment.alreadyResolved" : null
}

/** What keeps a disposition from being given with this reason (a sentence for the reason), or null. */
export function reasonLack(disposition: Disposition, reason: string): string | null {
  return needsReason(disposition) && reason.trim() === "" ? "worksheet.reason" : null
}

/** What keeps a thread from being opened again, or null. */
export function reopenLack(thread: { state: ThreadRowState }): string | null {
  return thread.state === "open" ? "comment.alreadyOpen" : null
}

type Told = { withdrawnAt: unknown; hidden: unknown }

/** What keeps the words of a comment from being changed by their author, or null. A decision is about words. */
export function editLack(comment: Told, thread: { state: ThreadRowState }): string | null {
  if (comment.withdrawnAt) return "comment.isWithdrawn"
  if (comment.hidden) return "comment.isHidden"
  return thread.state === "resolved" ? "comment.threadResolved" : null
}

/** What keeps a comment from being withdrawn, or null. */
export function withdrawLack(comment: Pick<Told, "withdrawnAt">): string | null {
  return comment.withdrawnAt ? "comment.isWithdrawn" : null
}

/** What keeps its author from saying whether a comment is published under their name, or null. */
export function nameLack(
  comment: Pick<Told, "withdrawnAt"> & { consultationId: unknown },
  isPublished: boolean,
): string | null {
  if (comment.withdrawnAt) return "comment.isWithdrawn"
  if (comment.consultationId === null) return "comment.notConsulted"
  return isPublished ? "comment.isPublished" : null
}

/** What keeps a comment from being hidden, or null. */
export function hideLack(comment: Told): string | null {
  if (comment.withdrawnAt) return "comment.isWithdrawn"
  return comment.hidden ? "comment.isHidden" : null
}

/** What keeps a comment from being shown again, or null. */
export function showLack(comment: Told): string | null {
  if (comment.withdrawnAt) return "comment.isWithdrawn"
  return comment.hidden ? null : "comment.notHidden"
}

/** What keeps proposed words from being put into the text, or null. */
export function applyLack(
  comment: Told & { proposal: unknown; appliedAt: unknown },
): string | null {
  if (comment.withdrawnAt) return "comment.isWithdrawn"
  if (comment.hidden) return "comment.isHidden"
  if (!comment.proposal) return "comment.noProposal"
  return comment.appliedAt ? "comment.alreadyApplied" : null
}
