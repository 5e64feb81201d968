import { randomBytes } from "node:crypto"
import { chmod, open, readFile, rename } from "node:fs/promises"
import path from "node:path"

/** Passwords of the embedded database's three roles, and the key that signs what we mail. */
export type Secrets = { superuser: string; owner: string; app: string; authSecret: string }

/**
 * Reads the secrets of a data directory, making what is missing. The file is readable by its
 * owner alone. Call it under the start lock.
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, "secrets.json")
  const known = await read(file)
  const secrets: Secrets = {
    superuser: known.superuser ?? makeSecret(),
    owner: known.owner ?? makeSecret(),
    app: known.app ?? makeSecret(),
    authSecret: known.authSecret ?? makeSecret(),
  }
  if (Object.keys(known).length < Object.keys(secrets).length) await write(file, secrets)
  else await chmod(file, 0o600)
  return secrets
}

async function read(file: string): Promise<Partial<Secrets>> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}"
    throw new Error(`Cannot read ${file}: ${error.message}. Was it made by another user?`)
  })
  try {
    return JSON.parse(text) as Partial<Secrets>
  } catch {
    throw new Error(`${file} is damaged. Restore it from a backup: it holds the database's keys.`)
  }
}

async function write(file: string, secrets: Secrets): Promise<void> {
  const draft = `${file}.${process.pid}`
  const handle = await open(draft, "w", 0o600)
  await handle.writeFile(`${JSON.stringify(secrets, null, 2)}\n`)
  await handle.sync()
  await handle.close()
  await rename(draft, file)
}

function makeSecret(): string {
  return randomBytes(32).toString("base64url")
}
