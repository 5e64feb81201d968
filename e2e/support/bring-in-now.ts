import { bringIn } from "@/lib/imports/bring-in"
import { bringInInput } from "@/lib/imports/input"
import { readWaiting } from "@/lib/imports/read-waiting"
import type { Actor } from "@/lib/platform/actor"

/** Brings files into a group and reads them at once, as the job does. Resolves to their batch. */
export async function bringInNow(actor: Actor, groupId: string, files: File[]): Promise<string> {
  const { batchId } = await bringIn(actor, bringInInput.parse({ groupId, files }))
  await readNow(batchId)
  return batchId
}

/** Reads what waits in a batch, archives too. */
export async function readNow(batchId: string): Promise<void> {
  const portal: Actor = { kind: "system", command: "test" }
  for (;;) {
    const { files, unpacked } = await readWaiting(portal, batchId)
    if (files === 0 && !unpacked) return
  }
}
