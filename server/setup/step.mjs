import { spawn } from "node:child_process"

const ownGroup = process.platform !== "win32"

/** A message for the person who starts us; printed without a stack trace. */
export class SetupError extends Error {
  name = "SetupError"
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`)
}

/**
 * Runs a Node program to its end, saying every ten seconds that it is still at work. A signal
 * ends it together with everything it started.
 * @param {string} what a sentence without its full stop, e.g. "Building the pages"
 * @param {string[]} args
 * @param {{cwd: string, env?: NodeJS.ProcessEnv}} options
 */
export async function runStep(what, args, options) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  say(`${what} …`)
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ["ignore", "inherit", "inherit"],
    detached: ownGroup,
    windowsHide: true,
  })
  const pulse = setInterval(() => say(`${what}: ${seconds()} s so far`), 10_000)
  /** @type {NodeJS.Signals | undefined} */
  let stopped
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    stopped = signal
    endTree(child.pid, signal)
  }
  process.on("SIGINT", pass)
  process.on("SIGTERM", pass)
  try {
    const code = await new Promise((resolve, reject) => {
      child.once("error", reject)
      child.once("exit", (exitCode, signal) => resolve(exitCode ?? signal))
    })
    if (stopped) throw new SetupError(`${what}: stopped.`, stopped === "SIGINT" ? 130 : 143)
    if (code !== 0) throw new SetupError(`${what} failed (${code}). What it said stands above.`)
    say(`${what}: done in ${seconds()} s`)
  } finally {
    clearInterval(pulse)
    process.off("SIGINT", pass)
    process.off("SIGTERM", pass)
  }
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
function endTree(pid, signal) {
  if (!pid) return
  try {
    process.kill(ownGroup ? -pid : pid, signal)
  } catch {
    // It has just ended by itself.
  }
}
