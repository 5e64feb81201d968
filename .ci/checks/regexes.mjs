import { once } from "node:events"
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { isMainThread, parentPort, Worker } from "node:worker_threads"
import { register } from "tsx/esm/api"

/** Where every expression stands that was found to take time linear in its text. */
const ledger = ".ci/checks/regexes.json"
const folders = /^(lib|app)\//
/** Milliseconds for the exact analysis, and for the search for a hostile text where that gives up. */
const limits = { auto: 1_000, fuzz: 60_000 }
const threads = 2

/**
 * Expressions that take time with the square of their text, and why that text is short. None may take
 * exponential time. An entry that is no longer needed fails.
 * @type {Map<string, string>}
 */
const bounded = new Map([])

if (!isMainThread) await answer()

/**
 * Every regular expression of lib and app takes time linear in the text it meets. What was analysed
 * before stands in the ledger; what is new is analysed, and written there.
 * @param {string} root
 * @param {Map<string, import("./sources.mjs").Source>} sources
 * @returns {Promise<string[]>} problems
 */
export async function checkRegexes(root, sources) {
  const own = [...sources.values()].filter(({ name }) => folders.test(name))
  const found = [...literalsOf(own), ...(await builtOf(root, own))]
  const known = new Set(JSON.parse(readFileSync(path.join(root, ledger), "utf8")))
  const fresh = [...new Map(found.map((each) => [each.key, each])).values()].filter(
    ({ key }) => !known.has(key) && !bounded.has(key),
  )
  const verdicts = await analyse([...fresh, ...[...bounded.keys()].map(expressionOf)])
  const problems = fresh.flatMap((each) => {
    const { status, complexity } = verdicts.get(each.key) ?? { status: "unknown", complexity: "" }
    return status === "safe" ? [] : [`${each.name}: ${each.key} is ${status} ${complexity}`.trim()]
  })
  for (const key of bounded.keys()) {
    const used = found.find((each) => each.key === key)
    const { status, complexity } = verdicts.get(key) ?? { status: "unknown", complexity: "" }
    if (!used || status === "safe") problems.push(`regexes.mjs excuses ${key} without need`)
    else if (/exponential/.test(complexity)) problems.push(`${used.name}: ${key} is ${complexity}`)
  }
  const safe = found.filter(({ key }) => known.has(key) || verdicts.get(key)?.status === "safe")
  const lines = [...new Set(safe.map(({ key }) => key))].filter((key) => !bounded.has(key)).sort()
  if (lines.join() !== [...known].join()) {
    writeFileSync(path.join(root, ledger), `${JSON.stringify(lines, null, 2)}\n`)
  }
  return problems
}

/** @typedef {{ name: string, source: string, flags: string, key: string }} Expression */

/** @param {string} key */
function expressionOf(key) {
  const end = key.lastIndexOf("/")
  return { name: "", source: key.slice(1, end), flags: key.slice(end + 1), key }
}

/** @param {string} name @param {string} source @param {string} flags @returns {Expression} */
function expression(name, source, flags) {
  // Whether all matches are asked for, or where they begin, changes nothing of what one costs.
  const kept = flags.replace(/[gyd]/g, "")
  return { name, source, flags: kept, key: `/${source}/${kept}` }
}

/**
 * The expressions that stand as such in the sources.
 * @param {import("./sources.mjs").Source[]} sources
 * @returns {Expression[]}
 */
function literalsOf(sources) {
  return sources.flatMap(({ name, ast }) => {
    /** @type {Expression[]} */
    const found = []
    walk(ast, (node) => {
      if (node.type === "RegExpLiteral") found.push(expression(name, node.pattern, node.flags))
    })
    return found
  })
}

/**
 * The expressions that are put together with `new RegExp`: their modules are loaded and tell what
 * they make. One that is only made later must be made of nothing but names of its module.
 * @param {string} root
 * @param {import("./sources.mjs").Source[]} sources
 * @returns {Promise<Expression[]>}
 */
async function builtOf(root, sources) {
  const building = sources.filter(({ text }) => /\bnew RegExp\(/.test(text))
  if (building.length === 0) return []
  const Original = globalThis.RegExp
  /** @type {Expression[]} */
  const found = []
  let name = ""
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given, self) {
      const made = Reflect.construct(target, given, self)
      const place = new Error("made here").stack ?? ""
      if (
        /[\\/]lib[\\/]|[\\/]app[\\/]/.test(place) &&
        !/node_modules/.test(place.split("\n")[2] ?? "")
      )
        found.push(expression(name, made.source, made.flags))
      return made
    },
  })
  const unregister = register()
  try {
    for (const each of building) {
      name = each.name
      await import(pathToFileURL(path.join(root, each.name)).href)
    }
  } finally {
    globalThis.RegExp = Original
    await unregister()
  }
  return found
}

/** @param {any} node @param {(node: any) => void} visit */
function walk(node, visit) {
  if (typeof node !== "object" || node === null) return
  if (typeof node.type === "string") visit(node)
  for (const value of Object.values(node)) walk(value, visit)
}

/**
 * Asks for every expression, in threads of their own.
 * @param {Expression[]} expressions
 * @returns {Promise<Map<string, { status: string, complexity: string }>>}
 */
async function analyse(expressions) {
  const verdicts = new Map()
  const queue = [...expressions]
  if (queue.length === 0) return verdicts
  await Promise.all(
    Array.from({ length: Math.min(threads, queue.length) }, async () => {
      const worker = new Worker(new URL(import.meta.url), {
        env: { ...process.env, RECHECK_BACKEND: "pure" },
      })
      for (let next = queue.shift(); next; next = queue.shift()) {
        verdicts.set(next.key, await ask(worker, next))
      }
      await worker.terminate()
    }),
  )
  return verdicts
}

/** @param {Worker} worker @param {Expression} asked */
async function ask(worker, asked) {
  worker.postMessage(asked)
  const [verdict] = await once(worker, "message")
  return verdict
}

/** What a thread does: the exact analysis first, then the search for a text that takes long. */
async function answer() {
  const { checkSync } = (await import("recheck")).default
  parentPort?.on("message", ({ source, flags }) => {
    let verdict = checkSync(source, flags, { timeout: limits.auto })
    if (verdict.status === "unknown")
      verdict = checkSync(source, flags, { checker: "fuzz", timeout: limits.fuzz })
    const complexity =
      verdict.status === "unknown" ? verdict.error.kind : verdict.complexity.summary
    parentPort?.postMessage({ status: verdict.status, complexity })
  })
}
