import { execFile } from "node:child_process"
import { readdir, readFile, readlink, realpath } from "node:fs/promises"
import path from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)

/** What a running Postgres says of itself in its pid file. */
export type Postmaster = { pid: number; port: number; ready: boolean }

/** Reads the pid file of a cluster; null when there is none, pid 0 when it cannot be read. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => null)
  if (text === null) return null
  const lines = text.split("\n")
  return {
    pid: Number.parseInt(lines[0] ?? "", 10) || 0,
    port: Number.parseInt(lines[3] ?? "", 10) || 0,
    ready: lines[7]?.trim() === "ready",
  }
}

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/**
 * Whether the server of a cluster runs, is going down, or is gone. The number in the pid file is
 * not enough: after a crash another program may have it.
 */
export async function stateOf(
  cluster: string,
  pid: number,
): Promise<"running" | "ending" | "gone"> {
  if (process.platform === "linux") {
    const pids = await processesIn(cluster)
    return pids.includes(pid) ? "running" : pids.length > 0 ? "ending" : "gone"
  }
  if (pid === 0 || !isAlive(pid)) return "gone"
  const [command, args] =
    process.platform === "win32"
      ? ["tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]]
      : ["ps", ["-o", "command=", "-p", String(pid)]]
  const listed = await run(command, args).catch(() => ({ stdout: "" }))
  return /postgres/i.test(listed.stdout) ? "running" : "gone"
}

/** Every process of a Postgres works in its data directory. */
async function processesIn(cluster: string): Promise<number[]> {
  const place = await realpath(cluster)
  const pids = (await readdir("/proc")).map(Number).filter(Number.isInteger)
  const places = await Promise.all(
    pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)),
  )
  return pids.filter((_, index) => places[index] === place)
}
