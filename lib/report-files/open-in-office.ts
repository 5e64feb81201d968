import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"

/** Where LibreOffice stands on this machine; "" where it is not installed. */
export const office = await promisify(execFile)("sh", ["-c", "command -v soffice || true"]).then(
  ({ stdout }) => stdout.trim(),
)

/**
 * A file as LibreOffice opens and saves it, `to` its name for a format: "txt:Text (encoded):UTF8", "xlsx".
 * It gets a profile of its own, so that tests beside each other and whoever works with it are not met.
 */
export async function savedByOffice(file: Uint8Array, name: string, to: string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), "rapporteur-office-"))
  try {
    const given = path.join(folder, name)
    await writeFile(given, file)
    const out = path.join(folder, "out")
    await promisify(execFile)(office, [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      ...["--convert-to", to, "--outdir", out, given],
    ])
    const [kind = ""] = to.split(":")
    return await readFile(path.join(out, `${path.parse(name).name}.${kind}`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
