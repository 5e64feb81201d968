import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

/** What a test has in it that only the end of its process takes back, or that wants a process of its own. */
const APART =
  /vi\.(?:mock|doMock|resetModules|stub\w+|useFakeTimers)\(|spyOn\(process,|process\.on|e2e\/support\/(?:acting|live|mailbox|run-command)|spawn|Process\b|Pool\b|inject\(/
/** What measures time does so without the leftovers of others. */
const MEASURES = /growth\(|performance\.|cpuUsage/
/** What a test changes that is taken back behind it: see `give-back.ts`. */
const IN_TURN = /testDatabase|factories\/|setClock|process\.env|globalThis/

/** With what others a test file shares a process. */
export type Sharing = "apart" | "in-turn" | "together"

/**
 * The test files by what they can share with others: a process with all that it has loaded, which is a third
 * of the work of those that open no database and half of the work of those that open one (`in-turn`), or
 * nothing. Their paths are relative to `root`.
 */
export function testsBySharing(
  root: string,
  folders: readonly string[],
): Record<Sharing, string[]> {
  const found: Record<Sharing, string[]> = { apart: [], "in-turn": [], together: [] }
  const files = folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }),
    )
    .filter((entry) => entry.isFile() && /\.test\.(?:tsx?|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  for (const file of files)
    found[sharingOf(readFileSync(file, "utf8"))].push(path.relative(root, file))
  return found
}

function sharingOf(text: string): Sharing {
  if (APART.test(text) || MEASURES.test(text)) return "apart"
  return IN_TURN.test(text) ? "in-turn" : "together"
}
