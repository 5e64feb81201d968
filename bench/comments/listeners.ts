import { randomUUID } from "node:crypto"
import { serverActions } from "@/e2e/support/server-actions"
import { within } from "../within"
import type { FilledComments } from "./fill"

const rounds = 40
/** After this an answer, or a comment, counts as not come. */
const patience = 15_000

export type Heard = {
  /** From sending a comment until its sender has the answer, until a page is told, and until it has the words. */
  saved: number[]
  told: number[]
  read: number[]
  missing: number
}

/**
 * Comments on one text, one after the other, on either server, while so many readers listen on both as
 * their pages do: told that something was said, each reads the threads again. In milliseconds.
 */
export async function timeArrivals(
  { groupSlug, quiet, cookies }: FilledComments,
  { origins, listeners }: { origins: readonly string[]; listeners: number },
): Promise<Heard> {
  const action = serverActions().get("openThreadAction")
  if (!action) throw new Error("The build has no action that opens a thread")
  const desk = `/desk/${groupSlug}`
  const on = `kind=document&id=${quiet.id}`
  const over = new AbortController()
  const heard: Heard = { saved: [], told: [], read: [], missing: 0 }
  let began = 0
  let words = ""
  let waiting = new Set<number>()
  let untold = new Set<number>()
  let done = () => {}
  const listen = async (place: number) => {
    const origin = origins[place % origins.length]
    const cookie = cookies[place % cookies.length] ?? ""
    // Twenty threads stand on a page, and a new one behind the others: a reader who is on the last page.
    const last = `${origin}${desk}/comments/threads?${on}&page=${rounds + 1}`
    const reread = rereading(last, cookie, (page) => {
      if (!waiting.has(place) || !page.includes(words)) return
      waiting.delete(place)
      heard.read.push(performance.now() - began)
      if (waiting.size === 0) done()
    })
    return follow(`${origin}${desk}/comments/arrivals?${on}`, cookie, over.signal, () => {
      if (untold.delete(place)) heard.told.push(performance.now() - began)
      reread()
    })
  }
  const ears = await Promise.all(Array.from({ length: listeners }, (_, place) => listen(place)))
  try {
    // The first one brings all code into memory, and is left out.
    for (let round = 0; round <= rounds; round++) {
      words = `Comment ${round} of ${randomUUID()}`
      const all = Array.from({ length: listeners }, (_, place) => place)
      ;[waiting, untold] = [new Set(all), new Set(all)]
      const arrived = new Promise<void>((resolve) => {
        done = resolve
      })
      began = performance.now()
      await send(`${origins[round % origins.length]}${desk}/documents/${quiet.slug}/comments`, {
        // Each time somebody else: nobody may send so many in so short a time.
        ...{ id: action.id, cookie: cookies[round % cookies.length] ?? "" },
        fields: {
          ...{ "on.kind": "document", "on.id": quiet.id, at: "text", text: words },
          submission: randomUUID(),
        },
      })
      heard.saved.push(performance.now() - began)
      await within(patience, `Comment ${round}`, arrived).catch((late: Error) => {
        const lack = `${untold.size} of ${listeners} were not told, ${waiting.size} had no words`
        if (waiting.size === listeners) throw new Error(`${late.message}: ${lack}`)
        process.stderr.write(`${late.message}: ${lack}\n`)
      })
      if (round === 0) Object.assign(heard, { saved: [], told: [], read: [] })
      else heard.missing += waiting.size
    }
    return heard
  } finally {
    over.abort()
    const ends = Promise.allSettled(ears.map(({ end }) => end))
    await within(patience, "The end of what was listened to", ends)
  }
}

/** As the page does it: what is told while it reads is one more reading after it. */
function rereading(address: string, cookie: string, seen: (page: string) => void): () => void {
  let again = false
  let isRunning = false
  return () => {
    again = true
    if (isRunning) return
    isRunning = true
    const loop = async () => {
      while (again) {
        again = false
        const signal = AbortSignal.timeout(patience)
        const answer = await fetch(address, { headers: { cookie }, signal }).catch(() => null)
        seen((await answer?.text().catch(() => "")) ?? "")
      }
      isRunning = false
    }
    void loop()
  }
}

/** Resolves once the server has said that it listens; `hear` for everything after that. */
async function follow(
  address: string,
  cookie: string,
  signal: AbortSignal,
  hear: () => void,
): Promise<{ end: Promise<void> }> {
  const asked = fetch(address, { headers: { cookie }, signal })
  const answer = await within(patience, "An answer to who listens", asked)
  if (!answer.ok || !answer.body) throw new Error(`Listening was answered with ${answer.status}`)
  const { body } = answer
  let here = () => {}
  const isHere = new Promise<void>((resolve) => {
    here = resolve
  })
  const hearAll = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of body) {
      for (const [, said] of decoder.decode(chunk).matchAll(/^data: (.*)$/gm))
        if (said === "here") here()
        else hear()
    }
  }
  const end = hearAll()
  await within(patience, "The word that the server listens", isHere)
  return { end }
}

/** Calls a server action as the browser does. */
async function send(
  page: string,
  { id, cookie, fields }: { id: string; cookie: string; fields: Record<string, string> },
): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value)
  form.append("0", '[null,"$K1"]')
  const answer = await fetch(page, {
    method: "POST",
    body: form,
    signal: AbortSignal.timeout(patience),
    headers: {
      ...{ "next-action": id, accept: "text/x-component", cookie },
      origin: new URL(page).origin,
    },
  })
  const said = await answer.text()
  if (!said.includes('"ok":true')) throw new Error(`A comment was not filed: ${said.slice(0, 300)}`)
}
