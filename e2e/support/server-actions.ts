import { readFileSync } from "node:fs"
import path from "node:path"
import type { APIRequestContext } from "@playwright/test"
import { patternOf } from "./addresses"

type Reference = { exportedName: string; workers: Record<string, unknown> }

const build = path.resolve(process.env.NEXT_DIST_DIR ?? ".next", "server")

/** What the build says of itself, by the name of a file in its server folder. */
export const manifest = (name: string) => JSON.parse(readFileSync(path.join(build, name), "utf8"))

/** Every server action of the build: its name, the id under which it is called, and a page that knows it. */
export function serverActions(): Map<string, { id: string; page: string }> {
  const { node } = manifest("server-reference-manifest.json") as { node: Record<string, Reference> }
  return new Map(
    Object.entries(node).map(([id, { exportedName, workers }]) => {
      const [page = ""] = Object.keys(workers).sort((a, b) => a.length - b.length)
      return [exportedName, { id, page: patternOf(page) }]
    }),
  )
}

/** Stands for a file in the fields of a form. */
export const FILE = "a file"

/** How many arguments an action takes: the first byte of its id has a bit for each, from the second on. */
function argumentCount(id: string): number {
  const bits = Number.parseInt(id.slice(0, 2), 16)
  return [0x40, 0x20, 0x10].filter((bit) => bits & bit).length
}

/**
 * Calls a server action as the browser does, but with any fields and from any page, and resolves to
 * what it said: `ok`, the code of a refusal, or where it led.
 */
export async function callAction(
  request: APIRequestContext,
  {
    id,
    page,
    fields,
    cookie,
  }: { id: string; page: string; fields: Record<string, string>; cookie: string | null },
): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    form.append(`_1_${name}`, value === FILE ? new File(["A report"], "report.txt") : value)
  // The form is the last argument, and the state of the form before it is null.
  form.append("0", argumentCount(id) === 2 ? '[null,"$K1"]' : '["$K1"]')
  const answer = await request.post(page, {
    multipart: form,
    maxRedirects: 0,
    headers: { "next-action": id, accept: "text/x-component", ...(cookie ? { cookie } : {}) },
  })
  const led = answer.headers()["x-action-redirect"]
  if (led) return `led to ${led}`
  const said = await answer.text()
  if (answer.status() >= 400) return `status ${answer.status()}: ${said.slice(0, 100)}`
  return (
    said.match(/"ok":false,"code":"([a-z_]+)"/)?.[1] ??
    (said.includes('"ok":true') ? "ok" : `unclear: ${said.slice(0, 200)}`)
  )
}
