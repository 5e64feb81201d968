import { existsSync } from "node:fs"
import path from "node:path"

/** Where real reports of a group stand, which are no part of this project. */
export const inputsFolder = path.resolve(process.env.REPORTS_FOLDER ?? "../shared/inputs")

/** Why tests on real reports cannot run, null when the reports are there. */
export const inputsMissing = existsSync(path.join(inputsFolder, "expected.json"))
  ? null
  : "real reports are not here (REPORTS_FOLDER names their folder)"

/** The path of one of the real files. */
export function inputPath(name: string): string {
  return path.join(inputsFolder, name)
}
