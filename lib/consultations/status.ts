/** What a consultation is at an instant. `late`: over, but comments are still taken and marked. */
export const consultationStatuses = ["planned", "open", "late", "closed", "cancelled"] as const
export type ConsultationStatus = (typeof consultationStatuses)[number]

export type Window = {
  opensAt: Date
  closesAt: Date
  lateUntil: Date | null
  cancelledAt: Date | null
}

/**
 * What a consultation is at an instant. The clock decides, not the job that follows it: a server that
 * was down over the closing takes no comment afterwards. It opens with `opensAt` and is over at `closesAt`.
 */
export function consultationStatus(window: Window, at: Date): ConsultationStatus {
  if (window.cancelledAt) return "cancelled"
  if (at < window.opensAt) return "planned"
  if (at < window.closesAt) return "open"
  return window.lateUntil && at < window.lateUntil ? "late" : "closed"
}

/** Whether comments are taken: in time, or late and marked. */
export const isTaking = (status: ConsultationStatus): boolean =>
  status === "open" || status === "late"

/** How a comment that arrived at an instant is taken; or why it is not (a key under `errors`). */
export type Taking = { late: boolean } | { lack: string }

/** Whether a comment that arrived at an instant is filed, and whether as a late one. */
export function takingOf(window: Window, at: Date): Taking {
  const status = consultationStatus(window, at)
  if (status === "open" || status === "late") return { late: status === "late" }
  const lacks = {
    planned: "consultation.keptNotOpenYet",
    closed: "consultation.keptIsClosed",
    cancelled: "consultation.keptIsCancelled",
  }
  return { lack: lacks[status] }
}

/** When the status will next be another one by the clock alone; null when it stays. */
export function nextStatusChange(window: Window, at: Date): Date | null {
  if (window.cancelledAt) return null
  const ahead = [window.opensAt, window.closesAt, window.lateUntil]
  return ahead.find((each) => each !== null && each > at) ?? null
}

/** What keeps the facts from being changed (a key under `errors`), or null. */
export function editLack(status: ConsultationStatus): string | null {
  if (status === "cancelled") return "consultation.isCancelled"
  return status === "planned" || status === "open" ? null : "consultation.isClosed"
}

/** What keeps it from being opened by hand, or null. */
export function openLack(status: ConsultationStatus): string | null {
  if (status === "planned") return null
  return status === "cancelled" ? "consultation.isCancelled" : "consultation.wasOpened"
}

/** What keeps it from being closed by hand, or null. */
export function closeLack(status: ConsultationStatus): string | null {
  if (status === "open") return null
  if (status === "planned") return "consultation.notOpenYet"
  return status === "cancelled" ? "consultation.isCancelled" : "consultation.isClosed"
}

/** What keeps its end from being moved back, or null. One that is over may be opened once more. */
export function extendLack(status: ConsultationStatus): string | null {
  if (status === "planned") return "consultation.notOpenYet"
  return status === "cancelled" ? "consultation.isCancelled" : null
}

/** What keeps late comments from being allowed, or given another end, once it is over; or null. */
export function allowLateLack(status: ConsultationStatus): string | null {
  if (status === "late" || status === "closed") return null
  return status === "cancelled" ? "consultation.isCancelled" : "consultation.notOverYet"
}

/** What keeps late comments from being ended, or null. */
export function endLateLack(status: ConsultationStatus): string | null {
  return status === "late" ? null : "consultation.takesNoLate"
}

/** What keeps it from being called off, or null. */
export function cancelLack(status: ConsultationStatus): string | null {
  return editLack(status)
}

/** What keeps people without an account from being invited, or null. */
export function inviteLack(status: ConsultationStatus, audience: string): string | null {
  return audience === "members" ? "consultation.membersOnly" : editLack(status)
}
