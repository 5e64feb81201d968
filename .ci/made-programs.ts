import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import type { TestProject } from "vitest/node"
import { bundle } from "../e2e/support/bundle"
import { madePrograms, readerSource } from "../e2e/support/made-programs"

/** Vitest's global set-up: one file is made of the program that reads files, which two hundred processes start. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = path.join(project.getProvidedContext().testRun, "programs")
  await mkdir(folder, { recursive: true })
  const made = [...madePrograms(folder)]
  await writeFile(
    path.join(folder, "made.mjs"),
    `globalThis.rapporteurPrograms = new Map(${JSON.stringify(made)})\n`,
  )
  // Nobody waits for it: until it is there, its source is started.
  const making = bundle(readerSource, { folder })
  making.catch(() => undefined)
  return async () => void (await making)
}
