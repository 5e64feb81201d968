import type { Scope } from "../model"
import { type CoveredArea, type CoveredRow, coverageOf, type Figure } from "./coverage"

/** A state of the mapping of which the pictures tell: an edition, or the working table as `null`. */
export type CoveredState = {
  number: number | null
  /** When it was frozen; null for the working table. */
  frozenAt: Date | null
  areas: readonly CoveredArea[]
  rows: readonly CoveredRow[]
  /** Activities in its annex. */
  annex: number
}

export type CoverageOver = {
  states: (Pick<CoveredState, "number" | "frozenAt" | "annex"> & { all: Figure; gaps: number })[]
  /** A figure for each state; null where the area did not stand in it. */
  areas: (CoveredArea & { figures: (Figure | null)[] })[]
  /** The greatest number of activities of an area in any state; at least 1. */
  most: number
}

/**
 * How the coverage changed from state to state, the oldest first. Areas are called and ordered as in
 * the newest state; those it no longer has come after them, as they were called last.
 */
export function coverageOver(states: readonly CoveredState[], scope: Scope = "in"): CoverageOver {
  const counted = states.map(({ areas, rows }) => coverageOf(areas, rows, scope))
  const areas = new Map<string, CoveredArea>()
  for (const state of states.toReversed())
    for (const { slug, title, crossCutting } of state.areas)
      if (!areas.has(slug)) areas.set(slug, { slug, title, crossCutting })
  const lines = [...areas.values()].map((area) => ({
    ...area,
    figures: counted.map(
      ({ areas: own }) => own.find(({ slug }) => slug === area.slug)?.all ?? null,
    ),
  }))
  return {
    states: states.map(({ number, frozenAt, annex }, at) => ({
      ...{ number, frozenAt, annex },
      all: counted[at]?.all ?? { activities: 0, rows: 0 },
      gaps: counted[at]?.areas.filter(({ gap }) => gap).length ?? 0,
    })),
    areas: lines,
    most: Math.max(
      1,
      ...lines.flatMap(({ figures }) => figures.map((one) => one?.activities ?? 0)),
    ),
  }
}
