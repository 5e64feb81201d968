import {
  countPlain,
  type PlannedLine,
  type SheetPlan,
  takenUnasked,
} from "@/lib/mapping/sheet/status"

/** A line with whether its new row is ticked from the start. */
export type ShownLine = PlannedLine & { ticked: boolean }

/** What of a plan its form needs: the lines that do something, and how many cells may be taken unseen. */
export type ShownPlan = Pick<SheetPlan, "mark" | "unknownAreas"> & {
  lines: ShownLine[]
  plain: number
}

/** A plan for its form, without values: what is taken over is read anew from the file. */
export function shownPlan({ mark, unknownAreas, lines }: SheetPlan): ShownPlan {
  const shown = lines.filter(({ state }) => state !== "unchanged")
  return {
    ...{ mark, unknownAreas },
    plain: countPlain(shown),
    lines: shown.map((line) => ({
      ...line,
      ticked: takenUnasked(line),
      cells: line.cells.map((cell) => ({ ...cell, value: null })),
      asNew: line.asNew && [],
    })),
  }
}
