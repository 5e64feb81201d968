import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { buildIfStale, targetOf } from "./build.mjs"
import { followNpm } from "./follow-npm.mjs"
import { installIfStale } from "./install.mjs"
import { programsIn } from "./programs.mjs"

const root = fileURLToPath(new URL("../..", import.meta.url))

/**
 * Makes everything ready that is missing or old, then becomes the server.
 * `--dev` leaves the build out, `--build` stops after it.
 * @param {string[]} args
 */
export async function launch(args) {
  const dev = args.includes("--dev")
  // Everything else names its files from here, wherever it was started from.
  process.chdir(root)
  followNpm()
  await installIfStale(root)
  if (!dev) await buildIfStale(root)
  if (args.includes("--build")) return
  process.env.NODE_ENV = dev ? "development" : "production"
  process.env.NEXT_TELEMETRY_DISABLED ??= "1"
  // lib/platform/programs.ts looks for them there; while the sources are worked on, these are started.
  if (!dev) Object.assign(globalThis, { rapporteurPrograms: programsIn(root, targetOf(root)) })
  await import("tsx")
  await import(pathToFileURL(path.join(root, "server", "main.ts")).href)
}
