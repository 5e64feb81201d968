import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"
import { parseSync } from "@swc/core"

/**
 * One import of a file. `to` is the file it leads to, or null for a package.
 * @typedef {{ source: string, to: string | null, typeOnly: boolean, names: string[] }} Import
 * @typedef {{ name: string, text: string, lines: number, directive: string, imports: Import[], ast: import("@swc/core").Module }} Source
 */

const folders = ["app", "lib", "db", "server"]

/**
 * Every TypeScript file of the product without its tests, by name, read and parsed once.
 * @param {string} root
 * @returns {Map<string, Source>}
 */
export function readSources(root) {
  const names = folders
    .flatMap((folder) => listFiles(root, folder))
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$|^db\/factories\//.test(name))
  return new Map(names.map((name) => [name, readSource(root, name)]))
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} names with slashes, relative to the root
 */
export function listFiles(root, folder) {
  const place = path.join(root, folder)
  if (!existsSync(place)) return []
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .sort()
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Source}
 */
function readSource(root, name) {
  const text = readFileSync(path.join(root, name), "utf8")
  const ast = parseSync(text, {
    syntax: "typescript",
    tsx: name.endsWith(".tsx"),
    target: "es2022",
  })
  const first = ast.body[0]
  const directive =
    first?.type === "ExpressionStatement" && first.expression.type === "StringLiteral"
      ? first.expression.value
      : ""
  return {
    name,
    text,
    lines: text.split("\n").length - 1,
    directive,
    imports: [
      ...ast.body.flatMap((item) => readImport(root, name, item)),
      ...readLater(root, name, ast),
    ],
    ast,
  }
}

/**
 * @param {string} root
 * @param {string} from
 * @param {import("@swc/core").ModuleItem} item
 * @returns {Import[]}
 */
function readImport(root, from, item) {
  if (!("source" in item) || !item.source) return []
  const specifiers = "specifiers" in item ? item.specifiers : []
  const single = specifiers.map((one) => "isTypeOnly" in one && one.isTypeOnly)
  return [
    {
      source: item.source.value,
      to: resolve(root, from, item.source.value),
      typeOnly: Boolean(item.typeOnly) || (single.length > 0 && single.every(Boolean)),
      names: specifiers.map((one) => nameOf(one)),
    },
  ]
}

/**
 * What a file asks for only when it needs it: `import("./editor")`.
 * @param {string} root
 * @param {string} from
 * @param {unknown} node
 * @returns {Import[]}
 */
function readLater(root, from, node) {
  if (Array.isArray(node)) return node.flatMap((child) => readLater(root, from, child))
  if (!node || typeof node !== "object") return []
  const source = "callee" in node && node.callee?.type === "Import" && literalOf(node)
  return [
    ...(source ? [{ source, to: resolve(root, from, source), typeOnly: false, names: ["*"] }] : []),
    ...readLater(root, from, Object.values(node)),
  ]
}

/** @param {any} call */
function literalOf(call) {
  const first = call.arguments[0]?.expression
  return first?.type === "StringLiteral" ? first.value : undefined
}

/** @param {any} specifier */
function nameOf(specifier) {
  return specifier.imported?.value ?? specifier.orig?.value ?? specifier.local?.value ?? "*"
}

/**
 * @param {string} root
 * @param {string} from
 * @param {string} source
 */
function resolve(root, from, source) {
  const bare = source.startsWith("@/")
    ? source.slice(2)
    : source.startsWith(".")
      ? path.posix.join(path.posix.dirname(from), source)
      : null
  if (bare === null) return null
  const found = ["", ".ts", ".tsx"].find((ending) => isFile(path.join(root, bare + ending)))
  return found === undefined ? bare : bare + found
}

/** @param {string} file */
function isFile(file) {
  return existsSync(file) && statSync(file).isFile()
}
