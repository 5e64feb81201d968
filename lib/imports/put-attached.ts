import { and, eq, gte, lt, max } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import { placesPerFile } from "./arrival"
import type { Claimed } from "./claim"
import type { Attached } from "./formats/mail"
import { inParts } from "./in-parts"

/**
 * Step: puts what came with a mail behind it in its batch, to be read like any other file. Hold the group's
 * files to one after the other before (`oneByOne`). What finds no room behind the mail is left out.
 */
export async function putAttached(
  tx: Transaction,
  batchId: string,
  mail: Pick<Claimed, "position">,
  attached: readonly Attached[],
): Promise<void> {
  if (attached.length === 0) return
  const room = Math.floor(mail.position / placesPerFile) * placesPerFile
  const [last] = await tx
    .select({ position: max(importFiles.position) })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.batchId, batchId),
        gte(importFiles.position, room),
        lt(importFiles.position, room + placesPerFile),
      ),
    )
  const from = (last?.position ?? mail.position) + 1
  const rows = attached.slice(0, room + placesPerFile - from).map(({ name, bytes }, at) => ({
    ...{ batchId, name, position: from + at, state: "waiting" as const, original: bytes },
  }))
  for (const part of inParts(rows)) await tx.insert(importFiles).values(part)
}
