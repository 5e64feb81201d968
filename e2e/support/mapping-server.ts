import { saveCells } from "@/lib/mapping/cells/save-cells"
import { hearMapping } from "@/lib/mapping/hear"
import { saveCellsInput } from "@/lib/mapping/input"
import { standIn } from "@/lib/mapping/presence"
import { actorOfToken } from "@/lib/platform/session-actor"
import type { Asked, Told } from "./mapping-process"

// A server of the grid without its pages: hears and changes one mapping for whoever started it.

const tell = (told: Told) => process.send?.(told)

async function work(asked: Asked): Promise<unknown> {
  const actor = await actorOfToken(asked.token)
  if (!actor) throw new Error("Nobody is signed in")
  const { id, group } = asked.mapping
  if (asked.do === "hear")
    return hearMapping({
      ...{ mapping: asked.mapping, token: asked.token, upTo: asked.since },
      news: (news) => tell({ what: "news", news }),
      here: (places) => tell({ what: "here", places }),
      end: (why) => tell({ what: "ended", why }),
    })
  if (asked.do === "stand") return standIn(actor, { id, groupId: group.id }, asked.stand)
  return saveCells(actor, saveCellsInput.parse({ mappingId: id, cells: asked.cells }))
}

process.on("message", (asked: Asked) => {
  work(asked).then(
    (done) =>
      tell({ what: "done", name: asked.name, done: typeof done === "object" ? done : null }),
    (error: Error) => tell({ what: "failed", name: asked.name, why: error.message }),
  )
})
tell({ what: "ready" })
