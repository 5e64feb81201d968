const translators = /^(useTranslations|getTranslations|createTranslator|translatorFor)$/

/**
 * Which keys the sources use. Generous on purpose: a key counts as used when a file that asks for
 * its namespace holds the rest of it as a string, or a template that could become it.
 * @param {import("./sources.mjs").Source[]} sources
 * @param {string[]} keys
 * @returns {{used: Set<string>, named: Map<string, string>}} `named`: keys of refusals, with a file
 */
export function keysUsed(sources, keys) {
  const used = new Set()
  const named = new Map()
  for (const source of sources) {
    const found = collect(source.ast)
    for (const key of refusalKeys(source)) named.set(`errors.${key}`, source.name)
    const spaces = [...found.namespaces].map((space) => (space === "" ? "" : `${space}.`))
    if (source.name.startsWith("lib/")) spaces.push("errors.")
    // A translator that was handed in may stand anywhere in the catalogue.
    const handedIn = found.namespaces.size === 0 && found.translates
    for (const key of keys) {
      if (used.has(key)) continue
      const rests = spaces
        .filter((space) => key.startsWith(space))
        .map((space) => key.slice(space.length))
      if (handedIn) rests.push(...endings(key))
      const fits = (rest) =>
        found.strings.has(rest) || found.templates.some((template) => template.test(rest))
      if (rests.some(fits)) used.add(key)
    }
  }
  return { used, named }
}

/** @param {string} key */
function endings(key) {
  const parts = key.split(".")
  return parts.map((_, index) => parts.slice(index).join("."))
}

/**
 * Sentences that lib names for forms: the second word of a Refusal, `field.…` in schemas, and what a check
 * of a schema in an `input.ts` says.
 * @param {import("./sources.mjs").Source} source
 */
function refusalKeys({ name, text }) {
  if (!name.startsWith("lib/")) return []
  const refusals = [...text.matchAll(/new Refusal\(\s*"\w+",\s*"([\w.]+)"/g)].map(([, key]) => key)
  const fields = [...text.matchAll(/"(field\.[a-zA-Z]+)"/g)].map(([, key]) => key)
  const checks = name.endsWith("/input.ts")
    ? [...text.matchAll(/, "([a-z][a-zA-Z]*(?:\.[a-zA-Z]+)+)"\)/g)].map(([, key]) => key)
    : []
  return [...refusals, ...fields, ...checks]
}

/** @param {object} ast */
function collect(ast) {
  const found = {
    /** @type {Set<string>} */
    strings: new Set(),
    /** @type {RegExp[]} */
    templates: [],
    /** @type {Set<string>} */
    namespaces: new Set(),
    translates: false,
  }
  visit(ast, (node) => {
    if (node.type === "StringLiteral") found.strings.add(node.value)
    if (
      node.type === "TemplateLiteral" ||
      (node.type === "TsLiteralType" && node.literal?.quasis)
    ) {
      const template = patternOf((node.literal ?? node).quasis)
      if (template) found.templates.push(template)
    }
    if (node.type === "CallExpression") {
      const callee = node.callee.value ?? node.callee.object?.value
      if (translators.test(callee ?? ""))
        for (const space of spacesOf(node)) found.namespaces.add(space)
      if (/^(t|translate)$/.test(callee ?? "")) found.translates = true
    }
    // Awaited<ReturnType<typeof getTranslations<"activity">>>
    if (node.type === "TsTypeQuery" && translators.test(node.exprName?.value ?? "")) {
      for (const type of node.typeArguments?.params ?? node.typeParams?.params ?? []) {
        if (type.literal?.type === "StringLiteral") found.namespaces.add(type.literal.value)
      }
    }
  })
  return found
}

/**
 * The namespaces of one call: its string, the `namespace` of its options, or the whole catalogue.
 * @param {any} call
 * @returns {string[]}
 */
function spacesOf(call) {
  const first = call.arguments[0]?.expression
  if (first?.type === "StringLiteral") return [first.value]
  const option = first?.properties?.find((property) => property.key?.value === "namespace")
  return [option?.value?.type === "StringLiteral" ? option.value.value : ""]
}

/**
 * @param {any[]} quasis the fixed parts of a template
 * @returns {RegExp | null} null for a template without any letter, which would fit everything
 */
function patternOf(quasis) {
  const fixed = quasis.map((part) => part.cooked?.value ?? part.cooked ?? part.raw ?? "")
  if (!fixed.some((part) => /[a-zA-Z]/.test(part))) return null
  const escaped = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  return new RegExp(`^${escaped.join("[\\w.-]+")}$`)
}

/**
 * @param {unknown} node
 * @param {(node: any) => void} see
 */
function visit(node, see) {
  if (Array.isArray(node)) for (const child of node) visit(child, see)
  else if (node && typeof node === "object") {
    if ("type" in node) see(node)
    for (const child of Object.values(node)) visit(child, see)
  }
}
