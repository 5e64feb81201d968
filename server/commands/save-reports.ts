import { setTimeout as wait } from "node:timers/promises"
import { getDeskGroup } from "@/lib/groups/queries"
import { bringIn } from "@/lib/imports/bring-in"
import { describeRefusal } from "@/lib/imports/describe-refusal"
import { batchLimits } from "@/lib/imports/model"
import { listQuestions, type QuestionForDesk } from "@/lib/imports/questions"
import { saveImport } from "@/lib/imports/save"
import { saveDocument } from "@/lib/imports/save-document"
import type { ImportRefusal } from "@/lib/imports/stored"
import { countWaiting, findFrom } from "@/lib/imports/waiting"
import type { AccountActor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import { actorOfMail } from "@/lib/platform/session-actor"
import { readBatch } from "@/server/imports/work"

/** What became of a file: the address of its meeting or document on the desk, or why there is none. */
export type Saved = { meeting: string } | { saved: string } | { code: string; message: string }

/** What is asked about people, and in words as far as it is not too much. */
export type Asked = { count: number; said: string[] }

type Given = { name: string; bytes: Uint8Array }

/**
 * Somebody who brings files into a group part after part, all into one batch as far as one holds them, and
 * saves them as drafts when the whole is in view, in the name of the account with that address. Refuses
 * when there is no such account or group.
 */
export class ReportSaver {
  readonly #batches: { id: string; sent: number }[] = []
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

  /** Where the files are looked at on the desk. */
  get addresses(): string[] {
    return this.#batches.map(({ id }) => `/desk/${this.group.slug}/import/${id}`)
  }

  /** Brings a part in, behind those before it, and reads it. Nothing is saved yet. */
  async bring(part: readonly Given[]): Promise<void> {
    const last = this.#batches.at(-1)
    const into = last && last.sent + part.length <= batchLimits.batch ? last : null
    // Archives are opened by now, and their files have names of their own.
    const files = part.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name))
    const { batchId } = await bringIn(this.actor, {
      groupId: this.group.id,
      batchId: into?.id,
      from: into?.sent ?? 0,
      files,
    })
    if (into) into.sent += part.length
    else this.#batches.push({ id: batchId, sent: part.length })
    // A reader that fails may do better in a moment.
    while ((await readBatch(batchId, this.isOver)) === "later") await wait(2000)
    // A portal that runs beside may have some of them in hand.
    while (!this.isOver() && (await countWaiting(database(), batchId)) > 0) await wait(50)
  }

  /** The questions about people that are open: how many there are, and the first of each import in words. */
  async questions(): Promise<Asked> {
    const asked: Asked = { count: 0, said: [] }
    for (const { id } of this.#batches) {
      const { total, questions } = await listQuestions(this.actor, this.group.slug, id)
      asked.count += total
      asked.said.push(...questions.map(inWords))
    }
    return asked
  }

  /**
   * What became of each file that was brought in, in their order; one that fails harms no other. Ends when
   * it is told to stop: the others wait in the batch, on the desk.
   */
  async *save(): AsyncGenerator<Saved> {
    for (const { id } of this.#batches) {
      for (const line of await findFrom(id, 0)) {
        if (this.isOver()) return
        yield await this.#saveLine(line)
      }
    }
  }

  /** What cannot be saved of what was brought in, in their order; null for what waits to be saved. */
  async *refused(): AsyncGenerator<Saved | null> {
    for (const { id } of this.#batches)
      for (const { refusal } of await findFrom(id, 0)) yield refusal ? said(refusal) : null
  }

  async #saveLine({
    refusal,
    title,
    ...file
  }: Awaited<ReturnType<typeof findFrom>>[number]): Promise<Saved> {
    if (refusal) return said(refusal)
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

/** "Otto Brandvold (call.txt): is it Otto Brandvold, Harbour Exchange?" */
function inWords({ name, places, asked }: QuestionForDesk): string {
  const files = places.map(({ file }) => file).join(", ")
  const belongs = asked.affiliation ? `, ${asked.affiliation}` : ""
  return `${name} (${files}): is it ${asked.name}${belongs}?`
}

const said = (refusal: ImportRefusal): Saved => ({
  code: refusal.code,
  message: describeRefusal(refusal, "en"),
})

/** What a refusal says: the sentence of its first field before the general one. */
export function sentenceOf({ key, fields, values }: Refusal): string {
  const t = translatorFor("en")
  const chosen = Object.values(fields)[0] ?? key
  return t(`errors.${chosen}` as never, values as never)
}
