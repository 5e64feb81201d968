import { eq } from "drizzle-orm"
import type { z } from "zod"
import { groups } from "@/db/schema/groups"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { database, transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { knownAround } from "./context"
import type { Format } from "./formats/kind"
import type { changeKindInput } from "./input"
import { checkOpen, type LockedFile, lockFileInGroup, seeFile } from "./lock"
import { readTextSafely } from "./read-safely"
import { type Became, prepare } from "./reading-row"
import { settleBatch } from "./settle-batch"
import { countWaiting } from "./waiting"

type Kind = z.output<typeof changeKindInput>["kind"]
type Made = Pick<Became, "read" | "corrected">

/**
 * Says of a file that was read as a document that it is a report of a meeting, or the other way round: its
 * text is read as that. What it was before stays aside, with its corrections, for whoever changes it back.
 * Refuses a text that cannot be read as the other kind within the limits of reading.
 */
export async function changeKind(
  actor: Actor,
  { fileId, revision, kind }: z.output<typeof changeKindInput>,
): Promise<{ slug: string; batchId: string; fileId: string }> {
  const seen = await seeFile(database(), fileId)
  authorize(actor, "import.bringIn", { groupId: seen.groupId })
  checkOpen(seen, revision)
  // Reading takes its time, and nobody is to wait for it: the text stays what it is.
  const read = seen.kind === kind || asideOf(seen) ? null : await readAs(seen, kind)
  return transaction(async (tx) => {
    const file = await lockFileInGroup(tx, fileId)
    authorize(actor, "import.bringIn", { groupId: file.groupId })
    checkOpen(file, revision)
    const answer = { slug: file.slug, batchId: file.batchId, fileId }
    const made = asideOf(file) ?? read
    if (file.kind === kind || !made) return answer
    const aside = { read: withoutAside(file.read), corrected: file.corrected }
    await tx
      .update(importFiles)
      .set({
        kind,
        read: { ...withoutAside(made.read), aside },
        corrected: made.corrected,
        revision: revision + 1,
      })
      .where(eq(importFiles.id, fileId))
    await record(tx, {
      name: "import.kindChanged",
      actor,
      groupId: file.groupId,
      subject: { type: "import", id: file.batchId },
      data: { file: file.name, kind },
    })
    // A report more or less: the numbers of the others may fit otherwise now.
    if ((await countWaiting(tx, file.batchId)) === 0) await settleBatch(tx, file.batchId)
    return answer
  })
}

/** What a file was before its kind was changed. */
function asideOf({ read }: LockedFile): Made | null {
  return (read as { aside?: Made } | null)?.aside ?? null
}

function withoutAside(read: unknown): Record<string, unknown> {
  const { aside: _, ...rest } = (read ?? {}) as Record<string, unknown>
  return rest
}

async function readAs(
  { name, source, format, read, groupId }: LockedFile,
  kind: Kind,
): Promise<Made> {
  const around = await knownAround(database(), groupId)
  const [group] = await database()
    .select({ name: groups.name })
    .from(groups)
    .where(eq(groups.id, groupId))
  const encoding = (read as { encoding?: string | null } | null)?.encoding ?? null
  const text = { name, source: source ?? "", format: (format ?? "text") as Format, encoding }
  const reading = await readTextSafely(text, kind, around)
  const [prepared] = await prepare([reading], group?.name ?? "")
  if (prepared?.became.state !== "read") throw new Refusal("invalid", "imports.otherKind")
  return prepared.became
}
