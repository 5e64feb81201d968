import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { checkBrowserCode } from "./browser-code.mjs"
import { checkBrowserMessages } from "./browser-messages.mjs"
import { checkLayout } from "./layout.mjs"
import { checkMessages } from "./messages.mjs"
import { checkPublicSide } from "./public-side.mjs"
import { checkSettings } from "./settings.mjs"
import { readSources } from "./sources.mjs"
import { checkVerbs } from "./verbs.mjs"

let root = ""

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "rapporteur-checks-"))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

/** @param {Record<string, string>} files */
function write(files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  return readSources(root)
}

const database = { "lib/platform/database.ts": "export const transaction = () => {}\n" }
const opens = 'import { transaction } from "@/lib/platform/database"\n'

describe("verbs", () => {
  test("a verb that asks and records is fine", () => {
    const sources = write({
      ...database,
      "lib/reports/publish.ts": `${opens}authorize(actor)\ntransaction(() => record(tx))\n`,
    })
    expect(checkVerbs([...sources.values()], new Map())).toEqual([])
  })

  test("a verb without authorize or record, and a verb that calls a verb, are found", () => {
    const sources = write({
      ...database,
      "lib/reports/publish.ts": `${opens}transaction(() => record<"x">(tx))\n`,
      "lib/reports/correct.ts": `${opens}import { publish } from "./publish"\nauthorize(actor)\n`,
      "lib/reports/queries.ts": 'import type { Done } from "./publish"\n',
    })
    expect(checkVerbs([...sources.values()], new Map())).toEqual([
      "lib/reports/correct.ts opens a transaction but does not record",
      "lib/reports/publish.ts opens a transaction but does not authorize",
      "lib/reports/correct.ts imports the verb lib/reports/publish.ts; share a step instead",
    ])
  })

  test("an excuse that nobody needs is found", () => {
    const sources = write(database)
    expect(checkVerbs([...sources.values()], new Map([["lib/a/b.ts record", "why"]]))).toEqual([
      ".ci/checks/verbs.mjs excuses lib/a/b.ts record without need",
    ])
  })
})

describe("browser code", () => {
  test("takes input, status, model, types and its own actions", () => {
    const sources = write({
      "lib/meetings/model.ts": "export const a = 1\n",
      "lib/meetings/queries.ts": "export type Q = 1\n",
      "app/desk/meetings/actions.ts": '"use server"\nimport "@/db/client"\n',
      "app/desk/meetings/edit/form.tsx":
        '"use client"\nimport { a } from "@/lib/meetings/model"\nimport type { Q } from "@/lib/meetings/queries"\nimport { save } from "../actions"\n',
    })
    expect(checkBrowserCode(sources)).toEqual([])
  })

  test("a query, another page's action, and the database behind a detour are found", () => {
    const sources = write({
      "lib/meetings/queries.ts": "export const q = 1\n",
      "lib/meetings/model.ts": 'import { x } from "../platform/database"\n',
      "lib/platform/database.ts": "export const x = 1\n",
      "app/desk/people/actions.ts": '"use server"\nexport const save = 1\n',
      "app/desk/people/list-actions.ts": '"use server"\nexport const sort = 1\n',
      "app/desk/people/list.tsx": '"use client"\nimport { sort } from "./list-actions"\n',
      "app/desk/meetings/form.tsx":
        '"use client"\nimport { q } from "@/lib/meetings/queries"\nimport { part } from "./part"\n',
      "app/desk/meetings/part.tsx":
        'import { m } from "@/lib/meetings/model"\nimport { save } from "@/app/desk/people/actions"\nimport { sort } from "@/app/desk/people/list-actions"\nimport { headers } from "next/headers"\n',
    })
    expect(checkBrowserCode(sources)).toEqual([
      "app/desk/meetings/form.tsx runs in the browser and imports lib/meetings/queries.ts, which is neither input, status nor model",
      "app/desk/meetings/part.tsx runs in the browser and imports next/headers",
      "app/desk/meetings/part.tsx runs in the browser and imports the actions of another page, app/desk/people/actions.ts",
      "app/desk/meetings/part.tsx runs in the browser and imports the actions of another page, app/desk/people/list-actions.ts",
      "lib/meetings/model.ts runs in the browser and reaches lib/platform/database.ts",
    ])
  })
})

test("a public page takes public queries, pure files and types, and no draft", () => {
  const sources = write({
    ...database,
    "lib/reports/public-queries.ts": 'import { transaction } from "../platform/database"\n',
    "lib/reports/outline.ts": "export const outline = 1\n",
    "lib/minutes/queries.ts": 'import { transaction } from "../platform/database"\n',
    "lib/minutes/words.ts": 'import { draft } from "./queries"\n',
    "app/[locale]/(public)/page.tsx":
      'import { a } from "@/lib/reports/public-queries"\nimport { outline } from "@/lib/reports/outline"\nimport type { Draft } from "@/lib/minutes/queries"\nimport { words } from "@/lib/minutes/words"\n',
  })
  expect(checkPublicSide(sources)).toEqual([
    "app/[locale]/(public)/page.tsx imports lib/minutes/words.ts, which is not pure: it reaches lib/platform/database.ts",
  ])
})

test("a setting read outside its place is found", () => {
  const sources = write({
    "lib/platform/env.ts": "process.env.PORT\n",
    "lib/meetings/model.ts": "const a = 1\nconst b = process.env.PORT\n",
  })
  expect(checkSettings([...sources.values()])).toEqual([
    "lib/meetings/model.ts:2 reads the environment; ask lib/platform/env",
  ])
})

test("long files, sinks, barrels and camel case are found", () => {
  const sources = write({
    "lib/meetings/model.ts": "export {}\n".repeat(251),
    "lib/meetings/utils.ts": "\n",
    "lib/meetings/index.ts": "\n",
    "app/ui/dateTime.tsx": "\n",
    "app/page.tsx": "\n".repeat(81),
  })
  expect(checkLayout([...sources.values()])).toEqual([
    "app/page.tsx has 81 lines (a page has at most 80)",
    "app/ui/dateTime.tsx: file names are kebab-case",
    "lib/meetings/index.ts: no barrels; import the file itself",
    "lib/meetings/model.ts has 251 lines (at most 250)",
    "lib/meetings/utils.ts: name it for what it does",
  ])
})

describe("messages", () => {
  const page = {
    "app/page.tsx": `const t = useTranslations("meeting")
t("title")
t(\`state.\${s}\`)
`,
  }
  /** @param {object} en @param {object} fr @param {Record<string, string>} [files] */
  function check(en, fr, files = page) {
    const sources = write({
      ...files,
      "messages/en.json": JSON.stringify(en),
      "messages/fr.json": JSON.stringify(fr),
    })
    return checkMessages(root, [...sources.values()])
  }

  test("whole and used catalogues are fine", () => {
    const en = {
      meeting: { title: "{n, plural, one {# call} other {# calls}}", state: { draft: "Draft" } },
    }
    const fr = {
      meeting: {
        title: "{n, plural, one {# appel} other {# appels}}",
        state: { draft: "Brouillon" },
      },
    }
    expect(check(en, fr)).toEqual([])
  })

  test("missing, unused and reordered keys are found", () => {
    expect(
      check({ meeting: { title: "Call", old: "Old" } }, { meeting: { title: "Appel" } }),
    ).toEqual(["fr lacks meeting.old", "meeting.old is not used"])
    const state = { draft: "A" }
    expect(check({ meeting: { title: "B", state } }, { meeting: { state, title: "B" } })).toEqual([
      "fr has another order than en, first at meeting.title",
    ])
  })

  test("other arguments, broken syntax and wrong typography are found", () => {
    expect(check({ meeting: { title: "By {name}" } }, { meeting: { title: "Par {nom}" } })).toEqual(
      ["fr meeting.title leaves out {name}", "fr meeting.title has {nom}, en has not"],
    )
    expect(check({ meeting: { title: "By {name" } }, { meeting: { title: "Qui ?" } })).toEqual([
      expect.stringMatching(/^en meeting\.title cannot be read/),
      "fr meeting.title needs a no-break space beside its punctuation",
    ])
  })

  test("a refusal that names a sentence nobody wrote is found", () => {
    const files = {
      "lib/a/b.ts": 'throw new Refusal("conflict", "stale")\nz.string("field.long")\n',
    }
    expect(check({ errors: { stale: "Old." } }, { errors: { stale: "Ancien." } }, files)).toEqual([
      "lib/a/b.ts names errors.field.long, which no catalogue has",
    ])
  })

  test("so is what a check of a schema names", () => {
    const files = {
      "lib/a/input.ts": 'export const a = z.string().max(9, "comment.tooLong")\n',
    }
    const en = { errors: { comment: { long: "Long." } } }
    expect(check(en, { errors: { comment: { long: "Long." } } }, files)).toContain(
      "lib/a/input.ts names errors.comment.tooLong, which no catalogue has",
    )
  })
})

test("pages carry the words that browser code uses, also of what is loaded later, and no other", () => {
  const sources = write({
    "app/page.tsx": `import { Field } from "./field"\nuseTranslations("page")("title")`,
    "app/field.tsx": `"use client"\nimport("./editor")\nuseTranslations("field")("label")`,
    "app/editor.tsx": 'useTranslations("editor")("bold")',
    "messages/en.json": JSON.stringify({
      page: { title: "T" },
      field: { label: "L", hint: "H" },
      editor: { bold: "B" },
    }),
    "messages/in-browser.json": JSON.stringify(["field.label", "field.hint"]),
  })
  expect(checkBrowserMessages(root, sources)).toEqual([
    "messages/in-browser.json lacked editor.bold, which browser code uses",
    "messages/in-browser.json had field.hint, which no browser code uses",
    expect.stringContaining("written anew"),
  ])
  expect(checkBrowserMessages(root, sources)).toEqual([])
})
