import type { CheckContext, RuleName } from "../../model"

/** A report in which every rule is content. */
export const sound = `Tide Group
Call 12
Thursday 5 May 2022 at 1 p.m. UTC

The 12th call of the group was held on 5 May 2022 at 1 p.m. UTC. It was hosted by Otto Brandvold and moderated by Lin Zhao-Perera. The list of participants is annexed.

Agenda

1. Opening of the call
2. New gauges for the pier
3. Any other business

1. Opening of the call

Otto Brandvold opened the call.

2. New gauges for the pier

Lin asked for [two offers](https://tides.example.org/offers).

DECISION: Two gauges are bought.
ACTION: Otto to buy them by 19 May 2022.

3. AOB

N/A

Next meeting: 19 May 2022, 13:00 UTC

Participants

1. Otto Brandvold, chair, Coast Office
2. Lin Zhao-Perera, Tidewater Institute
`

/** What is replaced in the sound report, and by what. */
type Change = [what: string | RegExp, by: string]

/** A report, or what is known around it. */
type Arranged = { change?: Change; context?: Partial<CheckContext> }

/**
 * What sets a rule off and what comes near and does not, each as a change of the sound report. `names` must
 * stand in the sentence; `put` in the report once the words at the place are replaced.
 */
export type Case = { off: Arranged; near: Arranged; names: string; put?: string }
export type Cases = Partial<Record<RuleName, Case>>

/** A case that hangs on the text alone. */
export function changed(off: Change, near: Change, names: string, put?: string): Case {
  return { off: { change: off }, near: { change: near }, names, ...(put ? { put } : {}) }
}

/** The text of the second item, with more said under it. */
export function said(words: string): Change {
  return ["Lin asked for", `${words}\n\nLin asked for`]
}
