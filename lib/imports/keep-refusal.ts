import { eq, sql } from "drizzle-orm"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { lockFile } from "./lock"
import type { NotSaved } from "./stored"

/** Keeps with a draft why it was not saved, for whoever looks at it next. It stays open. */
export async function keepRefusal(
  actor: Actor,
  { fileId, notSaved }: { fileId: string; notSaved: NotSaved },
): Promise<void> {
  await transaction(async (tx) => {
    const file = await lockFile(tx, fileId)
    authorize(actor, "import.bringIn", { groupId: file.groupId })
    if (file.state !== "read" || !file.settledAt) return
    await tx
      .update(importFiles)
      .set({
        settledAt: null,
        read: sql`coalesce(${importFiles.read}, '{}') || ${JSON.stringify({ notSaved })}::jsonb`,
      })
      .where(eq(importFiles.id, fileId))
    await record(tx, {
      name: "import.notSaved",
      actor,
      groupId: file.groupId,
      subject: { type: "import", id: file.batchId },
      data: { file: file.name },
    })
  })
}
