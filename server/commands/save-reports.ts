import { setTimeout as wait } from "node:timers/promises"
import { getDeskGroup } from "@/lib/groups/queries"
import { placesPerFile } from "@/lib/imports/arrival"
import { bringIn } from "@/lib/imports/bring-in"
import { describeRefusal } from "@/lib/imports/describe-refusal"
import { batchLimits } from "@/lib/imports/model"
import { saveImport } from "@/lib/imports/save"
import { saveDocument } from "@/lib/imports/save-document"
import { countWaiting, findFrom } from "@/lib/imports/waiting"
import type { AccountActor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import { actorOfMail } from "@/lib/platform/session-actor"
import { readBatch } from "@/server/imports/work"

/** What became of a file: the address of its meeting or document on the desk, or why there is none. */
export type Saved = { meeting: string } | { saved: string } | { code: string; message: string }

type Given = { name: string; bytes: Uint8Array }

/**
 * Somebody who brings files into a group part after part, all into one batch, and saves each as a draft
 * in the name of the account with that address. Refuses when there is no such account or group.
 */
export class ReportSaver {
  #batchId: string | undefined
  #sent = 0
  private constructor(
    readonly actor: AccountActor,
    readonly group: { id: string; slug: string },
    readonly isOver: () => boolean,
  ) {}

  static async open(
    { group: slug, by }: { group: string; by: string },
    isOver: () => boolean,
  ): Promise<ReportSaver> {
    const actor = await actorOfMail(by)
    if (!actor) throw notFound()
    return new ReportSaver(actor, await getDeskGroup(actor, slug), isOver)
  }

  /**
   * What became of each file of a part, in their order; one that fails harms no other. Shorter than the
   * part when it was told to stop: the others wait in the batch, on the desk.
   */
  async save(part: readonly Given[]): Promise<Saved[]> {
    if (this.#sent + part.length > batchLimits.batch) {
      this.#batchId = undefined
      this.#sent = 0
    }
    const from = this.#sent
    // Archives are opened by now, and their files have names of their own.
    const files = part.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name))
    const { batchId } = await bringIn(this.actor, {
      groupId: this.group.id,
      batchId: this.#batchId,
      from,
      files,
    })
    this.#batchId = batchId
    this.#sent += part.length
    // A reader that fails may do better in a moment.
    while ((await readBatch(batchId, this.isOver)) === "later") await wait(2000)
    // A portal that runs beside may have some of them in hand.
    while (!this.isOver() && (await countWaiting(database(), batchId)) > 0) await wait(50)
    const saved: Saved[] = []
    for (const line of await findFrom(batchId, from * placesPerFile)) {
      if (this.isOver()) break
      saved.push(await this.#saveLine(line))
    }
    return saved
  }

  async #saveLine({
    refusal,
    title,
    ...file
  }: Awaited<ReturnType<typeof findFrom>>[number]): Promise<Saved> {
    if (refusal) return { code: refusal.code, message: describeRefusal(refusal, "en") }
    try {
      if (file.kind === "document") {
        const { document } = await saveDocument(this.actor, { ...file, title })
        return { saved: `/desk/${this.group.slug}/documents/${document}` }
      }
      const { meetingId } = await saveImport(this.actor, file)
      return { meeting: `/desk/${this.group.slug}/meetings/${meetingId}` }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { code: error.key, message: sentenceOf(error) }
    }
  }
}

/** What a refusal says: the sentence of its first field before the general one. */
export function sentenceOf({ key, fields, values }: Refusal): string {
  const t = translatorFor("en")
  const chosen = Object.values(fields)[0] ?? key
  return t(`errors.${chosen}` as never, values as never)
}
