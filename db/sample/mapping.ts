/**
 * The sample's mapping: what the Roadmap asks for, from public sources and in words of our own, beside
 * activities of the IGF that are on record. Who answers for a row and what was decided of it is made up.
 * Where a paragraph is not certain the citation names the section.
 */
export type SampleActivity = {
  kind:
    | "mag"
    | "secretariat"
    | "bpf"
    | "dc"
    | "policy-network"
    | "nri"
    | "parliamentary"
    | "youth"
    | "main-session"
    | "workshop"
    | "other"
  title: string
  /** None where it goes on. */
  years?: number[]
  link?: string
  body?: string
}

export type SampleRow = {
  /** An area's slug. */
  area: string
  suggests: string
  /** What stood there before, with who wrote it, oldest first. */
  drafts?: { by: string; suggests: string }[]
  /** In the mandate of the mapping, unless another one is named. */
  paragraph: string
  mandate?: string
  activities: SampleActivity[]
  /** Lines: paragraphs, and lists where they begin with `- `. Links and `@` as in the plain form. */
  synergies?: string
  /** Proposed without it; `by` is the key of a person, `day` in days from today. */
  scope?: { scope: "in" | "out"; reason: string; by: string; day: number }
  responsible?: string
  status?: "under-way" | "done"
  /** When somebody last said that it is so, in days from today. */
  confirmed?: { by: string; day: number }
  retired?: { by: string; day: number; reason: string }
}

export const sampleMapping = {
  goal: "To show, area by area, where what the Roadmap asks for meets what the IGF does, so that the IGF and the Office of the Envoy on Technology find where working together is worth it, and where nothing is done yet.",
  rule: "Only activities of the IGF that bear on the work of the Office of the Envoy on Technology belong here: of the MAG, the Secretariat, policy networks, Best Practice Forums, Dynamic Coalitions, national and regional initiatives, the parliamentary and the youth track, and sessions of the annual meeting, of this year and of those to come. What is over is kept in the annex. The table is edited on a rolling basis and archived as an edition every four to six months.",
  months: 6,
}
