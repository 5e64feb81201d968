import type { z } from "zod"
import { closedReasons, type Exchanged, exchange, type Reason } from "@/lib/live/protocol"
import type { Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { isFromOwnPages } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

const headers = { "cache-control": "no-store" }
const say = (answer: Exchanged, status = 200) => Response.json(answer, { status, headers })

function reasonOf({ code, key }: Refusal): Reason {
  if (key === "minutes.schema") return "schema"
  if (key === "minutes.tooLarge") return "tooLarge"
  const reasons: Partial<Record<Refusal["code"], Reason>> = {
    sign_in: "signedOut",
    forbidden: "forbidden",
    not_found: "notFound",
    invalid: "broken",
  }
  return reasons[code] ?? closedReasons[key] ?? "again"
}

/** Answers a page that writes over ordinary requests, where no line can be opened. */
export async function answerExchange(
  request: Request,
  work: (actor: Actor, given: z.output<typeof exchange>) => Promise<Exchanged>,
): Promise<Response> {
  try {
    if (!(await isFromOwnPages())) throw new Refusal("forbidden", "foreignOrigin")
    const actor = await currentActor()
    const read = exchange.safeParse(await request.json().catch(() => null))
    if (!read.success) throw new Refusal("invalid", "minutes.malformed", { where: "JSON" })
    return say(await work(actor, read.data))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return say({ refused: reasonOf(error) }, error.status)
  }
}
