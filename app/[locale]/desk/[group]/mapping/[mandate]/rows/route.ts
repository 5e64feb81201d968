import { z } from "zod"
import { moveArea } from "@/lib/mapping/areas/move-area"
import {
  addRowInput,
  moveAreaInput,
  moveRowInput,
  retireRowInput,
  retireRowsInput,
  returnRowInput,
  returnRowsInput,
} from "@/lib/mapping/input"
import { addRow } from "@/lib/mapping/rows/add-row"
import { moveRow } from "@/lib/mapping/rows/move-row"
import { retireRow } from "@/lib/mapping/rows/retire-row"
import { retireRows } from "@/lib/mapping/rows/retire-rows"
import { returnRow } from "@/lib/mapping/rows/return-row"
import { returnRows } from "@/lib/mapping/rows/return-rows"
import { answerScript, type Params } from "../live/answer-script"

const given = z.discriminatedUnion("kind", [
  addRowInput.omit({ mappingId: true }).extend({ kind: z.literal("add") }),
  moveRowInput.extend({ kind: z.literal("move") }),
  retireRowInput.extend({ kind: z.literal("retire") }),
  returnRowInput.extend({ kind: z.literal("return") }),
  retireRowsInput.omit({ mappingId: true }).extend({ kind: z.literal("retireAll") }),
  returnRowsInput.omit({ mappingId: true }).extend({ kind: z.literal("returnAll") }),
  moveAreaInput.extend({ kind: z.literal("area") }),
])

/** Adds or moves a row, retires or brings back one or many; puts an area, which takes its rows along, into another place. */
export async function POST(request: Request, params: Params): Promise<Response> {
  return answerScript(request, params, given, (actor, { id: mappingId }, input) => {
    if (input.kind === "add") return addRow(actor, { mappingId, ...input })
    if (input.kind === "move") return moveRow(actor, input)
    if (input.kind === "retireAll") return retireRows(actor, { mappingId, ...input })
    if (input.kind === "returnAll") return returnRows(actor, { mappingId, ...input })
    if (input.kind === "area") return moveArea(actor, { ...input, way: "grid" })
    return input.kind === "retire" ? retireRow(actor, input) : returnRow(actor, input)
  })
}
