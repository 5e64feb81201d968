import { z } from "zod"
import { moveArea } from "@/lib/mapping/areas/move-area"
import {
  addRowInput,
  moveAreaInput,
  moveRowInput,
  retireRowInput,
  returnRowInput,
} from "@/lib/mapping/input"
import { addRow } from "@/lib/mapping/rows/add-row"
import { moveRow } from "@/lib/mapping/rows/move-row"
import { retireRow } from "@/lib/mapping/rows/retire-row"
import { returnRow } from "@/lib/mapping/rows/return-row"
import { answerScript, type Params } from "../live/answer-script"

const given = z.discriminatedUnion("kind", [
  addRowInput.omit({ mappingId: true }).extend({ kind: z.literal("add") }),
  moveRowInput.extend({ kind: z.literal("move") }),
  retireRowInput.extend({ kind: z.literal("retire") }),
  returnRowInput.extend({ kind: z.literal("return") }),
  moveAreaInput.extend({ kind: z.literal("area") }),
])

/** Adds, moves, retires or brings back a row; puts an area, which takes its rows along, into another place. */
export async function POST(request: Request, params: Params): Promise<Response> {
  return answerScript(request, params, given, (actor, { id: mappingId }, input) => {
    if (input.kind === "add") return addRow(actor, { mappingId, ...input })
    if (input.kind === "move") return moveRow(actor, input)
    if (input.kind === "area") return moveArea(actor, { ...input, way: "grid" })
    return input.kind === "retire" ? retireRow(actor, input) : returnRow(actor, input)
  })
}
