import type { Found, Span } from "@/lib/check/model"
import type { ReadParticipant } from "../model"
import type { Rich } from "../text/rich"
import type { Office } from "./office-label"

export type Offices = Record<Office, Found<string>[]> & {
  aliases: { name: string; alias: string; at: Span }[]
  /** Who stands behind the label of an office that one alone holds: "Secretary", "Clerk". */
  held: { name: string; office: string }[]
  /** Whoever led the meeting alone until the chair was handed over, if it was. */
  chair: string | null
  /** Who holds another office that stands beside those of the meeting. */
  beside: Found<string>[]
}

/** Where offices are looked for: labelled lines, the opening, and what is discussed first. */
export type OfficeTexts = {
  /** The lines of the title block. */
  front: readonly Rich[]
  opening: readonly Rich[]
  later: readonly Rich[]
  listed: readonly ReadParticipant[]
  /** The lines of the lists, in which an office may stand above whose it is. */
  roll?: readonly Rich[]
  /** The last paragraphs, where those who led may sign. */
  signed?: readonly Rich[]
  /** What is told of the meeting, where the chair may be handed over. */
  running?: readonly Rich[]
}
