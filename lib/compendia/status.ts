import type { ConsultationStatus } from "@/lib/consultations/status"

/** Minutes of which a version has to be published first. */
export type AwaitedMinutes = { meetingId: string; number: number | null; title: string }

/** What keeps a compendium from being published: the consultation is not over, comments wait, or minutes do. */
export type CompendiumLacks = {
  /** Comments may still come. */
  runs: boolean
  /** Threads that nobody decided. */
  open: number
  /** Threads that were not accepted, or only partly, without saying why. */
  reason: number
  /** Comments that wait to be admitted. */
  waiting: number
  /** Minutes that it is about, and whose words are not public yet. */
  minutes: AwaitedMinutes[]
}

export const isReady = ({ runs, open, reason, waiting, minutes }: CompendiumLacks): boolean =>
  !runs && open === 0 && reason === 0 && waiting === 0 && minutes.length === 0

/** Whether comments may still come, or the consultation was called off and has no result. */
export const mayStillCome = (status: ConsultationStatus): boolean => status !== "closed"
