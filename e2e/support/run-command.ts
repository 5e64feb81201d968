import { execFile } from "node:child_process"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { inject } from "vitest"
import { programOf } from "./program"

const root = fileURLToPath(new URL("../../", import.meta.url))
const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs")

export type Ran = { status: number; out: string; err: string }
type Options = {
  /** All that it is told of its surroundings; those of the test unless given. */
  env?: NodeJS.ProcessEnv
  /** Started by the script of `package.json`, as an operator does; otherwise as one file, which is quicker. */
  asOperator?: boolean
}

/** How Node is told to start a command of the portal. */
export async function commandOf(name: string, { asOperator }: Options = {}): Promise<string[]> {
  const entry = new URL(`../../server/commands/${name}.ts`, import.meta.url)
  if (asOperator) return [tsx, fileURLToPath(entry)]
  // What a command starts is one file too.
  const made = path.join(inject("testRun"), "programs", "made.mjs")
  return ["--import", made, ...(await programOf(entry))]
}

/** Runs a command of the portal to its end, in a process of its own. */
export async function runCommand(
  name: string,
  args: readonly string[],
  options: Options = {},
): Promise<Ran> {
  const command = await commandOf(name, options)
  const { env = process.env } = options
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, ...args], { cwd: root, env }, (error, out, err) => {
      resolve({ status: error ? Number(error.code ?? 1) : 0, out, err })
    })
  })
}
