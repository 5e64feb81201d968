import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { freePort, startPortal } from "../e2e/support/portal"
import { type Figures, median } from "./figures"

const rounds = 5

const start = fileURLToPath(new URL("../server/start.mjs", import.meta.url))

/** From the command to the first whole page, when nothing changed since the last start. */
export async function measure(): Promise<Figures> {
  const build = spawn(process.execPath, [start, "--build"], { stdio: ["ignore", 2, 2] })
  await once(build, "exit")
  const dataDir = await mkdtemp(path.join(tmpdir(), "rapporteur-bench-"))
  try {
    const first = await timePortal(dataDir)
    const second: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round++) {
      second.push(await timePortal(dataDir))
      bare.push(await timeBareServer())
    }
    return {
      figures: {
        "start on an empty directory, to the first page": { value: first, unit: "ms" },
        "second start, to the first page": { value: median(second), unit: "ms" },
        "slowest of the second starts": { value: Math.max(...second), unit: "ms" },
        "bare http server, to the first answer": { value: median(bare), unit: "ms" },
      },
      ratios: { "second start to bare server": median(second) / median(bare) },
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function timePortal(dataDir: string): Promise<number> {
  const began = performance.now()
  const portal = await startPortal({ dataDir, page: "/" })
  const took = performance.now() - began
  await portal.stop()
  return took
}

async function timeBareServer(): Promise<number> {
  const port = await freePort()
  const program = `require("node:http").createServer((q, a) => a.end("ok")).listen(${port}, "127.0.0.1")`
  const began = performance.now()
  const server = spawn(process.execPath, ["-e", program], { stdio: "ignore" })
  const gone = once(server, "exit")
  while (!(await fetch(`http://127.0.0.1:${port}`).catch(() => null))) await wait(2)
  const took = performance.now() - began
  server.kill()
  await gone
  return took
}
