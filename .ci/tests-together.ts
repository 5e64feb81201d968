import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

/** What a test has in it that leaves something behind in its process, or wants a process of its own. */
const APART =
  /testDatabase|factories\/|vi\.(?:mock|doMock|resetModules|stub\w+|useFakeTimers)\(|setClock|process\.(?:env|on)|globalThis|spawn|Process\b|Pool\b|inject\(/
/** What measures time does so without the leftovers of others. */
const MEASURES = /growth\(|performance\.|cpuUsage/

/**
 * The test files that can share a process with all that it has loaded: half of them, of which loading was a
 * third of the work. Whatever opens a database or changes what others see has a process of its own.
 * Their paths are relative to `root`.
 */
export function testsTogether(root: string, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }),
    )
    .filter((entry) => entry.isFile() && /\.test\.(?:tsx?|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !isApart(readFileSync(file, "utf8")))
    .map((file) => path.relative(root, file))
}

const isApart = (text: string) => APART.test(text) || MEASURES.test(text)
