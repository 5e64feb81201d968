import path from "node:path"
import { bundleProgram } from "./bundle.mjs"

/** The programs that the server starts as processes of their own, by their sources. */
const programs = ["lib/imports/reader-process.ts"]
/** Packages that stay packages: data that each program would otherwise carry in its one file. */
const apart = ["dictionary-en", "dictionary-en-gb"]

/**
 * By the place of its source, the file that is made of each program beside the built pages.
 * @param {string} root
 * @param {string} target the folder of the built pages
 * @returns {Map<string, string>}
 */
export const programsIn = (root, target) =>
  new Map(
    programs.map((source) => [
      path.join(root, source),
      path.join(target, "programs", `${source.replace(/\W+/g, "-")}.mjs`),
    ]),
  )

/**
 * Makes them.
 * @param {string} root
 * @param {string} target
 */
export async function makePrograms(root, target) {
  for (const [source, file] of programsIn(root, target))
    await bundleProgram(source, file, { external: apart })
}
