import { spawn } from "node:child_process"
import { access, chown, readFile, stat } from "node:fs/promises"
import path from "node:path"

/** Who runs the programs of Postgres. It refuses to be run by root. */
export type Runner = { uid?: number; gid?: number; prefix: string[] }

/**
 * Root hands over to the owner of the cluster, else to `postgres`, else to `nobody`; anybody
 * else runs the programs as themselves. `paths` are the places that the runner has to reach.
 */
export async function chooseRunner(cluster: string, paths: string[]): Promise<Runner> {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const owner = await stat(cluster).catch(() => null)
  const who =
    owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : await unprivilegedUser()
  if (await reachesAll(who, paths)) return { ...who, prefix: [] }
  const setpriv = await firstThere(["/usr/bin/setpriv", "/bin/setpriv"])
  if (!setpriv) {
    throw new Error(
      `Postgres does not run as root, and the user it would run as (${who.uid}) cannot reach ${cluster}. ` +
        "Start as an ordinary user, or move the project out of a private directory such as /root.",
    )
  }
  // Below /root nobody else gets through, so that one ability of root's is left to Postgres.
  const grants = ["--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"]
  const switching = ["--reuid", `${who.uid}`, "--regid", `${who.gid}`, "--clear-groups"]
  return { ...who, prefix: [setpriv, ...switching, ...grants] }
}

/** Gives a new directory to the runner. */
export async function giveTo(runner: Runner, directory: string): Promise<void> {
  if (runner.uid !== undefined && runner.gid !== undefined) {
    await chown(directory, runner.uid, runner.gid)
  }
}

/** Runs one program of Postgres to its end; throws with `what` and its last words when it fails. */
export async function runAs(
  runner: Runner,
  what: string,
  program: string,
  args: string[],
): Promise<void> {
  const [command = program, ...rest] = [...runner.prefix, program, ...args]
  const direct = runner.prefix.length === 0 ? { uid: runner.uid, gid: runner.gid } : {}
  const child = spawn(command, rest, {
    ...direct,
    cwd: path.parse(program).root,
    env: environment(),
    stdio: ["ignore", "ignore", "pipe"],
    windowsHide: true,
  })
  let said = ""
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said = (said + chunk).slice(-2000)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", resolve)
  })
  // Postgres inherits the pipe and keeps it open for as long as it runs.
  child.stderr.destroy()
  if (code !== 0) throw new Error(`${what} failed (${code}). ${said.trim()}`)
}

/** Settings meant for another Postgres must not lead this one astray. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("PG") && name !== "LC_ALL"),
  ) as NodeJS.ProcessEnv
}

async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const users = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"))
  for (const name of ["postgres", "nobody"]) {
    const user = users.find((fields) => fields[0] === name)
    const [uid, gid] = [Number(user?.[2]), Number(user?.[3])]
    if (uid > 0 && gid > 0) return { uid, gid }
  }
  throw new Error(
    "Postgres does not run as root, and there is no user postgres or nobody to run it. Start as an ordinary user.",
  )
}

async function reachesAll(who: { uid: number; gid: number }, paths: string[]): Promise<boolean> {
  for (const target of paths) {
    let place = path.resolve(target)
    for (;;) {
      const found = await stat(place)
      const open = found.uid === who.uid ? 0o100 : found.gid === who.gid ? 0o010 : 0o001
      if ((found.mode & open) === 0) return false
      if (place === path.dirname(place)) break
      place = path.dirname(place)
    }
  }
  return true
}

async function firstThere(files: string[]): Promise<string | undefined> {
  for (const file of files) {
    const there = await access(file).then(
      () => true,
      () => false,
    )
    if (there) return file
  }
  return undefined
}
