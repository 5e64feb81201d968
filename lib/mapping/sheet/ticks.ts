import type { SheetPlan } from "./status"

/** What was ticked on a page that may have been overtaken. */
export type Ticks = {
  /** What `Choice` takes, without marks. */
  take: ReadonlySet<string>
  /** Lines of which something was ticked, and that would do something else by now. */
  moved: ReadonlySet<number>
}

/** Reads ticks such as `12.suggests@0a1b2c3d4e5f`, and lays the mark of each beside its line as it is now. */
export function readTicks(ticked: readonly string[], plan: SheetPlan, mark: string): Ticks {
  const marks = new Map(plan.lines.map((one) => [one.line, one.mark]))
  const isSame = plan.mark === mark
  const [take, moved] = [new Set<string>(), new Set<number>()]
  for (const tick of ticked) {
    const [what = "", own] = tick.split("@")
    const line = Number.parseInt(what, 10)
    if (own === undefined ? !isSame : marks.get(line) !== own) moved.add(line)
    else take.add(what)
  }
  return { take, moved }
}
