import type { ConsultationStatus } from "@/lib/consultations/status"

/** What keeps a compendium from being published: the consultation is not over, or comments wait. */
export type CompendiumLacks = {
  /** Comments may still come. */
  runs: boolean
  /** Threads that nobody decided. */
  open: number
  /** Threads that were not accepted, or only partly, without saying why. */
  reason: number
  /** Comments that wait to be admitted. */
  waiting: number
}

export const isReady = ({ runs, open, reason, waiting }: CompendiumLacks): boolean =>
  !runs && open === 0 && reason === 0 && waiting === 0

/** Whether comments may still come, or the consultation was called off and has no result. */
export const mayStillCome = (status: ConsultationStatus): boolean => status !== "closed"
