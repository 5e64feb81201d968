import { saveCells } from "@/lib/mapping/cells/save-cells"
import { saveCellsInput } from "@/lib/mapping/input"
import { answerScript, type Params } from "../live/answer-script"

const given = saveCellsInput.omit({ mappingId: true })

/**
 * Saves cells, all of them or none; answers with their revisions, or with what stands in those that clash, or
 * against them: the others can be sent again without these.
 */
export async function POST(request: Request, params: Params): Promise<Response> {
  return answerScript(request, params, given, (actor, { id }, input) =>
    saveCells(actor, { mappingId: id, ...input }),
  )
}
