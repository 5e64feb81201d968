import { readFile } from "node:fs/promises"
import path from "node:path"
import { getDeskGroup } from "@/lib/groups/queries"
import { bringIn } from "@/lib/imports/bring-in"
import { describeRefusal } from "@/lib/imports/describe-refusal"
import { batchLimits } from "@/lib/imports/input"
import { type FileLine, getBatch } from "@/lib/imports/queries"
import { saveImport } from "@/lib/imports/save"
import type { AccountActor } from "@/lib/platform/actor"
import { notFound, Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import { actorOfMail } from "@/lib/platform/session-actor"

/** What became of a file: the address of its meeting on the desk, or why there is none. */
export type Saved = { meeting: string } | { code: string; message: string }

/**
 * Brings files into a group and saves each as a draft, in the name of the account with that address.
 * One that fails harms no other; the answers come in the order of the files. Refuses as a whole when
 * there is no such account or group, or the account may not.
 */
export async function saveReports(
  paths: readonly string[],
  { group: slug, by }: { group: string; by: string },
): Promise<Saved[]> {
  const actor = await actorOfMail(by)
  if (!actor) throw notFound()
  const group = await getDeskGroup(actor, slug)
  const saved: Saved[] = []
  for (const files of await inParts(paths)) {
    const { batchId } = await bringIn(actor, { groupId: group.id, files })
    const { files: lines } = await getBatch(actor, slug, batchId)
    for (const line of lines) saved.push(await saveLine(actor, slug, line))
  }
  return saved
}

async function saveLine(actor: AccountActor, slug: string, line: FileLine): Promise<Saved> {
  if (line.refusal) return { code: line.refusal.code, message: describeRefusal(line.refusal, "en") }
  try {
    const { meetingId } = await saveImport(actor, { fileId: line.id, revision: line.revision })
    return { meeting: `/desk/${slug}/meetings/${meetingId}` }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: error.key, message: sentenceOf(error) }
  }
}

/** As many batches as the limits of one ask for. */
async function inParts(paths: readonly string[]): Promise<File[][]> {
  const parts: File[][] = []
  let bytes = 0
  for (const each of paths) {
    const file = new File([await readFile(each)], path.basename(each))
    bytes += file.size
    const part = parts.at(-1)
    if (part && bytes <= batchLimits.bytes && part.length < batchLimits.files) part.push(file)
    else {
      parts.push([file])
      bytes = file.size
    }
  }
  return parts
}

/** What a refusal says: the sentence of its first field before the general one. */
export function sentenceOf({ key, fields, values }: Refusal): string {
  const t = translatorFor("en")
  const chosen = Object.values(fields)[0] ?? key
  return t(`errors.${chosen}` as never, values as never)
}
