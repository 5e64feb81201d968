import type { SectionFact, SectionHeading } from "@/lib/check/model"
import type { Topic } from "../agenda/topics"
import type { Line } from "../text/shape"

/**
 * Where a line of the discussion belongs. `heading`: how many characters are a heading, of the
 * line's words when its number was taken as the item's (`numbered`), else of the whole line.
 */
export type Assigned = { item: string | null; heading: number; numbered: boolean }

export type Discussion = {
  assigned: Map<Line, Assigned>
  sections: SectionFact[]
  headings: SectionHeading[]
  /** The items whose titles a heading of several spells out, so that what stands below is on each. */
  spelled: ReadonlySet<string>
}

/** By what else than headings lines are assigned. */
export type How = {
  /** Paragraphs without heading go to the items that their first sentences speak of. */
  byMention?: boolean
  /** The lines that are known to begin with the labels of items. */
  labelled?: ReadonlyMap<Line, Topic>
}
