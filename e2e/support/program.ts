import path from "node:path"
import { fileURLToPath } from "node:url"

/**
 * How Node is told to start a program of ours: among the tests as one file, which is made once in a run of them
 * and starts in a fifth of the time, and elsewhere from its sources.
 */
export async function programOf(entry: URL): Promise<string[]> {
  if (!process.env.VITEST) return ["--import", "tsx", fileURLToPath(entry)]
  const [{ bundle }, { inject }] = await Promise.all([import("./bundle"), import("vitest")])
  return [await bundle(entry, { folder: path.join(inject("testRun"), "programs") })]
}
