import { once } from "node:events"
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { isMainThread, parentPort, Worker } from "node:worker_threads"
import { register } from "tsx/esm/api"

/** Where every expression stands that was analysed and may stay. */
const ledger = ".ci/checks/regexes.json"
const folders = /^(lib|app)\//
/** What meets texts of strangers, of any length: here time with the square of a text counts too. */
const strict = /^lib\/(imports|check|replies)\//
/** Milliseconds for the exact analysis, and for the search for a hostile text where that gives up. */
const limits = { auto: 1_000, fuzz: 30_000, short: 30_000 }
/** A smaller search, for an expression too large for the whole one. */
const short = {
  incubationLimit: 5_000,
  maxIteration: 3,
  maxInitialGenerationSize: 100,
  maxGenerationSize: 50,
  mutationSize: 20,
  crossoverSize: 10,
}
const threads = 2
/** Characters of a text where nothing is said of its length, and milliseconds that the worst may take. */
const longest = { characters: 4_000, milliseconds: 200 }

/**
 * Files whose expressions may take more than linear time, because they meet short texts alone: after
 * so many characters these are cut. The worst text that was found is tried at that length. An entry
 * that is no longer needed fails.
 * @type {Map<string, number>}
 */
const bounded = new Map([
  ["lib/imports/formats/convert.ts", 4_000],
  ["lib/imports/formats/hyphens.ts", 100],
  ["lib/imports/read/tasks/action-groups.ts", 80],
  ["lib/imports/read/tasks/action-labels.ts", 1_500],
  ["lib/imports/read/tasks/action-sentences.ts", 1_500],
  ["lib/imports/read/agenda/agenda-table.ts", 24],
  ["lib/imports/read/agenda/agenda-title.ts", 300],
  ["lib/imports/read/tasks/commitment-words.ts", 1_500],
  ["lib/imports/read/coverage/coverage-words.ts", 600],
  ["lib/imports/read/agenda/reports-below.ts", 80],
  ["lib/imports/read/decisions/decides.ts", 1_500],
  ["lib/imports/read/roll/roll-calls.ts", 40],
  ["lib/imports/read/decisions/sayings.ts", 1_500],
  ["lib/imports/read/decisions/things-decided.ts", 1_500],
  ["lib/imports/read/decisions/verdicts.ts", 1_500],
  ["lib/imports/read/lines/people-beside.ts", 200],
  ["lib/imports/read/offices/offices-in-rows.ts", 100],
  ["lib/imports/read/offices/told-offices.ts", 3_000],
  ["lib/imports/read/people/writer.ts", 2_000],
  ["lib/imports/read/tasks/action-behind.ts", 120],
  ["lib/imports/read/tasks/assignee.ts", 120],
  ["lib/imports/read/tasks/task-state.ts", 400],
  ["lib/imports/read/tasks/task-text.ts", 600],
  ["lib/imports/read/decisions/decision-labels.ts", 1_500],
  ["lib/imports/read/times/due-in.ts", 60],
  ["lib/imports/read/people/entry.ts", 500],
  ["lib/imports/read/lines/landmarks.ts", 200],
  ["lib/imports/read/likelihood.ts", 1_500],
  ["lib/imports/read/roll/beside-label.ts", 120],
  ["lib/imports/read/tasks/margins.ts", 300],
  ["lib/imports/read/people/names.ts", 61],
  ["lib/imports/read/times/near-the-end.ts", 400],
  ["lib/imports/read/head/numbers.ts", 3_000],
  ["lib/imports/read/offices/hosts-told.ts", 600],
  ["lib/imports/read/offices/office-sentence.ts", 1_500],
  ["lib/imports/read/tasks/owners.ts", 300],
  ["lib/imports/read/roll/people-heading.ts", 200],
  ["lib/imports/read/roll/roll-houses.ts", 500],
  ["lib/imports/read/roll/roll-prose.ts", 1_500],
  ["lib/imports/read/speech/speech.ts", 260],
  ["lib/imports/read/text/strays.ts", 4_000],
  ["lib/imports/read/speech/turns.ts", 140],
  ["lib/imports/read/speech/speakers-above.ts", 200],
  ["lib/imports/read/decisions/told-briefly.ts", 400],
  ["lib/imports/read/roll/names-by-line.ts", 90],
  ["lib/imports/read/agenda/inline-agenda.ts", 120],
  ["lib/imports/read/coverage/in-short.ts", 600],
  ["lib/imports/read/coverage/not-opened.ts", 600],
  ["lib/imports/read/coverage/nothing-new.ts", 600],
  ["lib/imports/read/coverage/told.ts", 600],
  ["lib/imports/read/head/number-patterns.ts", 3_000],
  ["lib/imports/read/offices/appositions.ts", 80],
  ["lib/imports/read/offices/handed-over.ts", 80],
  ["lib/imports/read/offices/office-label.ts", 120],
  ["lib/imports/read/offices/other-languages.ts", 1_500],
  ["lib/imports/read/offices/predicates.ts", 60],
  ["lib/imports/read/people/listed-bodies.ts", 60],
  ["lib/imports/read/roll/within-line.ts", 120],
  ["lib/imports/read/speech/house-speakers.ts", 60],
  ["lib/imports/read/speech/spoken-lists.ts", 300],
  ["lib/imports/read/tasks/no-task.ts", 90],
  ["lib/imports/read/text/outside.ts", 40],
  ["lib/imports/read/decisions/set-off.ts", 600],
  ["lib/imports/read/roll/marks-explained.ts", 44],
  ["lib/imports/read/roll/people-told-by-lines.ts", 400],
  ["lib/imports/read/tasks/commitments.ts", 80],
  ["lib/imports/read/tasks/jobs-of-several.ts", 600],
  ["lib/imports/read/tasks/task-fields.ts", 600],
  ["lib/imports/read/times/next-sentences.ts", 1_500],
  ["lib/imports/read/decisions/bodies-decide.ts", 1_500],
  ["lib/imports/read/times/opening-hour.ts", 600],
  ["lib/imports/read/times/other-days.ts", 100],
  ["lib/imports/read/lines/starts-anew.ts", 40],
  ["lib/imports/read/roll/exceptions.ts", 1_500],
  ["lib/imports/read/times/next-meeting.ts", 200],
])

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
  const literals = literalsOf(own)
  // One that stands as such is made anew for older engines: it is met where it stands, not where it is loaded.
  const standing = new Set(literals.map(({ key }) => key))
  const built = (await builtOf(root, own)).filter(({ key }) => !standing.has(key))
  const found = [...literals, ...built]
  const known = new Map(Object.entries(JSON.parse(readFileSync(path.join(root, ledger), "utf8"))))
  const unique = new Map(found.map((each) => [each.key, each]))
  const fresh = [...unique.values()].filter(({ key }) => !known.has(key))
  const verdicts = await analyse(fresh, known, (some) => keep(root, some))
  /** @type {string[]} */
  const problems = []
  const excused = new Set()
  for (const { name, key } of found) {
    const verdict = verdicts.get(key) ?? "unknown"
    if (verdict === "safe" || (typeof verdict === "number" && !strict.test(name))) continue
    if (typeof verdict === "number" && verdict >= (bounded.get(name) ?? longest.characters + 1))
      excused.add(name)
    else {
      const wrong = typeof verdict === "number" ? `slow above ${verdict} characters` : verdict
      problems.push(`${name}: ${key} is ${wrong}`)
    }
  }
  for (const name of bounded.keys())
    if (!excused.has(name)) problems.push(`regexes.mjs excuses ${name} without need`)
  keep(root, new Map([...verdicts].filter(([key]) => unique.has(key))))
  return [...new Set(problems)]
}

/** Writes what may stay into the ledger. @param {string} root @param {Map<string, string | number>} verdicts */
function keep(root, verdicts) {
  const kept = [...verdicts]
    .filter(([, verdict]) => verdict === "safe" || typeof verdict === "number")
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const text = `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`
  if (text !== readFileSync(path.join(root, ledger), "utf8"))
    writeFileSync(path.join(root, ledger), text)
}

/** @typedef {{ name: string, source: string, flags: string, key: string }} Expression */

/** @param {string} name @param {string} source @param {string} flags @returns {Expression} */
function expression(name, source, flags) {
  // Whether all matches are asked for, or where they begin, changes nothing of what one costs.
  const kept = flags.replace(/[gyd]/g, "")
  // Looking ahead for nothing (`text/once.ts`) changes nothing of it either.
  const asked = source.replaceAll("(?=)", "")
  return { name, source: asked, flags: kept, key: `/${asked}/${kept}` }
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
  const own = building.map(({ name }) => name)
  /** @type {Expression[]} */
  const found = []
  let name = ""
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given, self) {
      const made = Reflect.construct(target, given, self)
      const place = new Error("made here").stack ?? ""
      const maker = place.split("\n")[2] ?? ""
      if (/[\\/]lib[\\/]|[\\/]app[\\/]/.test(place) && !/node_modules/.test(maker)) {
        // Where it is made, not what was loaded first of all that needs it.
        const file = own.find((each) => maker.includes(`/${each}`)) ?? name
        found.push(expression(file, made.source, made.flags))
      }
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
 * Asks for every expression, in threads of their own. Many take minutes: what is known is kept on the way,
 * so that a run that is ended has not asked in vain.
 * @param {Expression[]} expressions
 * @param {Map<string, string | number>} known
 * @param {(verdicts: Map<string, string | number>) => void} keepSome
 * @returns {Promise<Map<string, string | number>>} for each "safe", the length of text up to which it
 *   is quick, or what is wrong
 */
async function analyse(expressions, known, keepSome) {
  const verdicts = new Map(known)
  const queue = [...expressions]
  if (queue.length === 0) return verdicts
  await Promise.all(
    Array.from({ length: Math.min(threads, queue.length) }, async () => {
      const worker = new Worker(new URL(import.meta.url), {
        env: { ...process.env, RECHECK_BACKEND: process.env.RECHECK_BACKEND ?? "pure" },
      })
      for (let next = queue.shift(); next; next = queue.shift()) {
        verdicts.set(next.key, await ask(worker, next))
        if (queue.length % 20 === 0) keepSome(verdicts)
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
  const { check } = (await import("recheck")).default
  parentPort?.on("message", async ({ name, source, flags }) => {
    let found = await check(source, flags, { timeout: limits.auto })
    if (found.status === "unknown")
      found = await check(source, flags, { checker: "fuzz", timeout: limits.fuzz })
    if (found.status === "unknown")
      found = await check(source, flags, { ...short, checker: "fuzz", timeout: limits.short })
    const characters = bounded.get(name) ?? longest.characters
    parentPort?.postMessage(verdictOf(name, found, new RegExp(source, flags), characters))
  })
}

/**
 * @param {string} name @param {import("recheck").Diagnostics} found
 * @param {RegExp} expression @param {number} characters
 */
function verdictOf(name, found, expression, characters) {
  if (found.status === "safe") return "safe"
  if (found.status === "unknown") return `unknown (${found.error.kind})`
  if (found.complexity.type !== "polynomial") return found.complexity.summary
  // What the portal's own forms take is bounded there; only exponential time could hurt.
  if (!strict.test(name)) return characters
  const { pumps, suffix } = found.attack
  const fixed = pumps.reduce((sum, { prefix }) => sum + prefix.length, suffix.length)
  const pumped = pumps.reduce((sum, { pump }) => sum + pump.length, 0)
  const times = Math.ceil(Math.max(0, characters - fixed) / Math.max(1, pumped))
  const hostile = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix
  const took = [1, 2, 3].map(() => {
    const began = performance.now()
    expression.test(hostile.slice(0, characters) + suffix)
    return performance.now() - began
  })
  return Math.min(...took) <= longest.milliseconds ? characters : found.complexity.summary
}
