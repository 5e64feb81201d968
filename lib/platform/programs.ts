import { existsSync } from "node:fs"

// Next bundles its own copy of this file, so what stands ready is handed over here.
const shared = globalThis as { rapporteurPrograms?: ReadonlyMap<string, string> }

/**
 * What Node starts for a program of ours in a process of its own, and the options that it needs for it: its
 * source, or the one file that was made of it, which is there in a third of the time.
 */
export function programOf(source: string): { entry: string; options: string[] } {
  const made = shared.rapporteurPrograms?.get(source)
  return made && existsSync(/* turbopackIgnore: true */ made)
    ? { entry: made, options: [] }
    : { entry: source, options: ["--import", "tsx"] }
}

/** Tells which files were made of which sources; it is no fault when one is not there yet. */
export function providePrograms(made: ReadonlyMap<string, string>): void {
  shared.rapporteurPrograms = made
}
