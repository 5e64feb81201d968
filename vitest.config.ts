import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { testsBySharing } from "./.ci/tests-together.ts"

// Vitest groups its failures with this; Node 20 does not have it yet.
Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index++)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

const folders = ["app", "lib", "db", "server", "bench", ".ci"]
const tests = testsBySharing(here("."), folders)
// A name in brackets is a pattern to what looks for files.
const literally = (files: string[]) => files.map((file) => file.replace(/[[\]()]/g, "\\$&"))

export default defineConfig({
  resolve: {
    alias: [{ find: /^@\//, replacement: here("./") }],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "apart",
          include: literally(tests.apart),
          setupFiles: ["./.ci/programs-here.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "in-turn",
          include: literally(tests["in-turn"]),
          isolate: false,
          setupFiles: ["./.ci/programs-here.ts", "./.ci/give-back.ts"],
        },
      },
      {
        extends: true,
        test: { name: "together", include: literally(tests.together), isolate: false },
      },
    ],
    globalSetup: ["./db/factories/test-run.ts", "./.ci/made-programs.ts"],
    maxWorkers: 2,
    execArgv: ["--no-regexp-tier-up"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What an operator would have to set; a test database adds its own address.
    env: {
      AUTH_URL: "http://localhost:3000",
      AUTH_SECRET: "for-tests-only-and-nowhere-else-0000",
      SMTP_URL: "smtp://127.0.0.1:9",
    },
    unstubEnvs: true,
    restoreMocks: true,
  },
})
