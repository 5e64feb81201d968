/** Where the environment may be touched besides lib/platform/env.ts, and why. */
const exceptions = new Map([
  ["db/embedded/runner.ts", "hands it on to the programs of Postgres"],
  ["server/main.ts", "hands it to lib/platform/env"],
])

/**
 * Settings are read and checked in one place, so that a wrong one is named at the start.
 * @param {import("./sources.mjs").Source[]} sources
 * @returns {string[]} problems
 */
export function checkSettings(sources) {
  return sources
    .filter(({ name }) => name !== "lib/platform/env.ts" && !exceptions.has(name))
    .filter(({ name }) => !name.startsWith("server/commands/"))
    .flatMap(({ name, text }) =>
      text
        .split("\n")
        .map((line, index) => ({ line, number: index + 1 }))
        .filter(({ line }) => /\bprocess\.env\b|\bfrom "node:process"/.test(line))
        .map(({ number }) => `${name}:${number} reads the environment; ask lib/platform/env`),
    )
}
