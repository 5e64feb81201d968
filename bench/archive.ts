import { spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { type Portal, startPortal } from "../e2e/support/portal"
import { serverActions } from "../e2e/support/server-actions"
import { enter } from "../e2e/support/sessions"
import type { BatchProgress } from "../lib/imports/progress"
import { readBytes } from "../lib/imports/read-file"
import { makeReport } from "./archive/report"
import { type Figures, median, percentile } from "./figures"

const count = 1000
/** Files of one request, as the form sends them. */
const part = 200
/** How long pages are asked while nothing else happens, in milliseconds. */
const idle = 8000
/** Between two questions for a page, in milliseconds. */
const pause = 40
const pages = ["/healthz", "/wg-strategy", "/wg-strategy/meetings"]

const start = fileURLToPath(new URL("../server/start.mjs", import.meta.url))

/** A thousand reports, from the first byte that is sent to the last one read, while pages are asked. */
export async function measure(): Promise<Figures> {
  const texts = Array.from({ length: count }, (_, place) => makeReport(place + 1))
  const build = spawn(process.execPath, [start, "--build"], { stdio: ["ignore", 2, 2] })
  await once(build, "exit")
  const portal = await startPortal({ page: "/wg-strategy" })
  const inside = await enter(portal)
  try {
    const cookie = await inside.cookieOf("ines@example.org")
    const [group] = await inside.sql<{ id: string }[]>`
      select id from groups where slug = 'wg-strategy'`
    if (!group) throw new Error("The sample is not whole")
    const quiet = await askPages(portal, wait(idle))
    const began = performance.now()
    const reading = bringIn(portal, { cookie, group: group.id, texts })
    const busy = await askPages(portal, reading)
    const { uploaded, read } = await reading
    const seconds = (read - began) / 1000
    const bare = await timeBare(texts)
    return {
      figures: {
        "reports of": { value: texts.join("").length / count, unit: "B" },
        "all of them sent": { value: (uploaded - began) / 1000, unit: "s" },
        "all of them read": { value: seconds, unit: "s" },
        "read in a second": { value: count / seconds, unit: "files" },
        "the same files bare, in one thread": { value: bare, unit: "s" },
        "a page meanwhile, half of them within": { value: median(busy), unit: "ms" },
        "a page meanwhile, 95 of 100 within": { value: percentile(busy, 95), unit: "ms" },
        "a page before, half of them within": { value: median(quiet), unit: "ms" },
        "a page before, 95 of 100 within": { value: percentile(quiet, 95), unit: "ms" },
      },
      ratios: {
        "all of them read to bare": seconds / bare,
        "a page meanwhile to before, 95 of 100": percentile(busy, 95) / percentile(quiet, 95),
      },
      aims: { "all of them read": 30 },
    }
  } finally {
    await inside.leave()
    await portal.stop()
  }
}

/** Sends the files as the form does and waits until none is left to be read. Instants in milliseconds. */
async function bringIn(
  { origin }: Portal,
  { cookie, group, texts }: { cookie: string; group: string; texts: readonly string[] },
): Promise<{ uploaded: number; read: number }> {
  const action = serverActions().get("bringInPartAction")
  if (!action) throw new Error("The build does not know the form")
  const headers = { cookie, origin, "next-action": action.id, accept: "text/x-component" }
  let batchId = ""
  for (let from = 0; from < texts.length; from += part) {
    const form = new FormData()
    form.append("_1_groupId", group)
    form.append("_1_from", String(from))
    if (batchId) form.append("_1_batchId", batchId)
    for (const [place, text] of texts.slice(from, from + part).entries())
      form.append("_1_files[]", new File([text], `call-${from + place + 1}.txt`))
    form.append("0", '["$K1"]')
    const answer = await fetch(`${origin}/desk/wg-strategy/import`, {
      method: "POST",
      headers,
      body: form,
    })
    const said = await answer.text()
    batchId = /"batchId":"([0-9a-f-]{36})"/.exec(said)?.[1] ?? ""
    if (!batchId) throw new Error(`The files were not taken: ${said.slice(0, 300)}`)
  }
  const uploaded = performance.now()
  const address = `${origin}/desk/wg-strategy/import/${batchId}/progress`
  for (;;) {
    const answer = await fetch(address, { headers: { cookie } })
    const { files, waiting, refused } = (await answer.json()) as BatchProgress
    if (refused > 0) throw new Error(`${refused} reports were refused`)
    if (files === texts.length && waiting === 0) return { uploaded, read: performance.now() }
    await wait(500)
  }
}

/** Asks one page after the other until something is over. How long each took, in milliseconds. */
async function askPages({ origin }: Portal, until: Promise<unknown>): Promise<number[]> {
  let over = false
  const end = () => {
    over = true
  }
  until.then(end, end)
  const times: number[] = []
  for (let asked = 0; !over; asked++) {
    const began = performance.now()
    const answer = await fetch(origin + pages[asked % pages.length])
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`A page answered ${answer.status}`)
    times.push(performance.now() - began)
    await wait(pause)
  }
  return times
}

async function timeBare(texts: readonly string[]): Promise<number> {
  const files = texts.map((text) => new TextEncoder().encode(text))
  const began = performance.now()
  for (const file of files) await readBytes(file, "report.txt")
  return (performance.now() - began) / 1000
}
