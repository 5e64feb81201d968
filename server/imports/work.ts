import { availableParallelism } from "node:os"
import { keepRefusal } from "@/lib/imports/keep-refusal"
import { readWaiting } from "@/lib/imports/read-waiting"
import { saveImport } from "@/lib/imports/save"
import { findToSave } from "@/lib/imports/waiting"
import type { Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { log } from "@/lib/platform/log"
import { actorOfAccount } from "@/lib/platform/session-actor"

const portal: Actor = { kind: "system", command: "imports" }

/** Chunks that are read at the same time, so that a slow file does not keep all of them waiting. */
const lanes = Math.min(4, Math.max(2, availableParallelism()))

/**
 * Reads the files of a batch that wait, until none is left for us or `isOver` says so. Resolves to
 * whether it was over before that; "later" where the reader fails, so that it finds better times.
 */
export async function readBatch(
  batchId: string,
  isOver: () => boolean,
): Promise<boolean | "later"> {
  let isFailing = false
  const lane = async () => {
    let some = false
    while (!isOver() && !isFailing) {
      const { files, putOff, unpacked } = await readWaiting(portal, batchId)
      // One of several that is put off waits behind the others, and they need not wait for it.
      isFailing ||= putOff > 0 && files === 0
      some ||= files > 0 || unpacked
      // What came out of an archive is for all lanes.
      if (files === 0) return some
    }
    return some
  }
  while (!isOver()) {
    const ends = await Promise.all(Array.from({ length: lanes }, lane))
    if (isFailing) return "later"
    if (!ends.some(Boolean)) return false
  }
  return isFailing ? "later" : true
}

/**
 * Saves the drafts of a batch for which that was asked, in the name of the account that asked, until
 * none is left or `isOver` says so. Why one is refused stays with it. Resolves as `readBatch`.
 */
export async function saveBatch(
  batchId: string,
  accountId: string,
  isOver: () => boolean,
): Promise<boolean> {
  const actor = await actorOfAccount(accountId)
  while (!isOver()) {
    const next = await findToSave(batchId)
    if (!next) return false
    try {
      if (!actor) throw new Refusal("forbidden", "forbidden")
      await saveImport(actor, next)
    } catch (error) {
      // Somebody else settled or corrected it in this moment: it is looked at again as it is now.
      if (error instanceof Refusal && /^imports\.(settled|stale)$/.test(error.key)) continue
      if (!(error instanceof Refusal)) log().error({ error }, "a draft could not be saved")
      await keepRefusal(portal, { fileId: next.fileId, notSaved: whyOf(error) })
    }
  }
  return true
}

/** The sentence of the first field before the general one. */
function whyOf(error: unknown) {
  if (!(error instanceof Refusal)) return { key: "generic", values: {} }
  return { key: Object.values(error.fields)[0] ?? error.key, values: error.values }
}
