import type { Connection } from "@hocuspocus/server"
import type { Reason } from "@/lib/live/protocol"
import type { Visitor } from "./origins"

/** Closes the line of somebody, and says why. */
export function hangUp(line: Connection<Visitor>, reason: Reason): void {
  line.close({ code: 4403, reason })
  line.webSocket.close(4403, reason)
}
