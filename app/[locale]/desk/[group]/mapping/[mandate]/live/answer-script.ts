import type { z } from "zod"
import { againstIn } from "@/lib/mapping/cells/against"
import { locateMapping } from "@/lib/mapping/locate"
import type { CellField, Clash } from "@/lib/mapping/model"
import { fieldKeys, refusalResult } from "@/lib/platform/action"
import type { Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { isFromOwnPages } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

export type Params = { params: Promise<{ group: string; mandate: string }> }

/**
 * What script is told of a refusal. `closed` says that nothing more is taken from this page, and why;
 * `clashes` what stands in cells that somebody else changed, `against` what else stands against some cells of a save.
 */
export type Refused = {
  code: Refusal["code"]
  message: string
  closed?: "signedOut" | "notFound"
  clashes?: Clash[]
  against?: { rowId: string; field: CellField; message: string }[]
}

const headers = { "cache-control": "no-store" }

/** Takes what script of the grid posts: origin, actor, mapping, shape, work. Answers with JSON. */
export async function answerScript<Schema extends z.ZodType>(
  request: Request,
  { params }: Params,
  schema: Schema,
  work: (
    actor: Actor,
    mapping: { id: string; group: { id: string } },
    given: z.output<Schema>,
  ) => Promise<object>,
): Promise<Response> {
  try {
    if (!(await isFromOwnPages())) throw new Refusal("forbidden", "foreignOrigin")
    const [actor, { group, mandate }] = await Promise.all([currentActor(), params])
    const mapping = await locateMapping(actor, group, mandate).catch(closedTo)
    if (mapping instanceof Refusal) return await answerRefusal(mapping, true)
    const read = schema.safeParse(await request.json().catch(() => null))
    if (!read.success) {
      const [key = "fields"] = Object.values(fieldKeys(read.error))
      throw new Refusal("invalid", key)
    }
    const done = await work(actor, mapping, read.data)
    return Response.json({ ...done, at: new Date().toISOString() }, { headers })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerRefusal(error)
  }
}

function closedTo(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

/** A refusal as script reads it, with its status. */
export async function answerRefusal(refusal: Refusal, isClosed = false): Promise<Response> {
  const { code, message } = await refusalResult(refusal)
  const clashes = refusal.key === "mapping.clash" ? (refusal.data as Clash[]) : []
  const against = await sayAgainst(refusal)
  const answer: Refused = {
    ...{ code, message },
    ...(isClosed && { closed: code === "sign_in" ? "signedOut" : "notFound" }),
    ...(clashes.length > 0 && { clashes }),
    ...(against.length > 0 && { against }),
  }
  return Response.json(answer, { status: refusal.status, headers })
}

/** Of many cells few things are said: each sentence is made once. */
async function sayAgainst(refusal: Refusal): Promise<NonNullable<Refused["against"]>> {
  const sentences = new Map<string, Promise<{ message: string }>>()
  const said = againstIn(refusal).map(async ({ rowId, field, key, values }) => {
    const name = JSON.stringify([key, values])
    const sentence = sentences.get(name) ?? refusalResult(new Refusal(refusal.code, key, values))
    sentences.set(name, sentence)
    return { rowId, field, message: (await sentence).message }
  })
  return Promise.all(said)
}
