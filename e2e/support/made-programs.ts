import { fileURLToPath } from "node:url"
import { fileOf } from "./bundle"

/** The program that `lib/imports/reader-pool.ts` starts. */
export const readerSource = new URL("../../lib/imports/reader-process.ts", import.meta.url)

/** By the place of its source, the file that is made in a folder of each program that the portal itself starts. */
export const madePrograms = (folder: string): ReadonlyMap<string, string> =>
  new Map([[fileURLToPath(readerSource), fileOf(readerSource, folder)]])
