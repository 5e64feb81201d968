import type { Reader } from "@/db/client"
import { commentsOfConsultation } from "@/lib/comments/of-consultation"
import { hasNotArrived, unproven } from "@/lib/comments/unproven"
import { lostName } from "../consulted-name"
import { type OpenSection, readOpenTexts } from "../open-texts"
import { rowsOfEditions } from "../rows-of-editions"
import type { WorksheetRow } from "./model"
import { comparePositions, isMissing, positionOf } from "./order"

/**
 * Every comment of a consultation that counts, in the order of its texts: threads by the place that they
 * are about, the oldest first at one place, each with its comments one after the other. Of a hidden one the
 * stub stands there, and words that a text never had are not quoted; withdrawn, waiting and refused ones are left out. Texts of which `called` says so, by
 * their ids in the consultation, have another name than on the desk, and so have their items. Does not authorize.
 */
export async function worksheetRows(
  reader: Reader,
  consultationId: string,
  called: ReadonlyMap<string, Called> = new Map(),
): Promise<WorksheetRow[]> {
  const [said, texts] = await Promise.all([
    commentsOfConsultation(reader, consultationId),
    readOpenTexts(reader, consultationId),
  ])
  const counted = said.filter(
    ({ comment }) => comment.withdrawnAt === null && comment.moderation === "admitted",
  )
  const ofEditions = await rowsOfEditions(
    reader,
    texts.flatMap(({ kind, textId }) => (kind === "document" ? textId : [])),
  )
  const groups = new Map<string, typeof counted>()
  for (const each of counted)
    groups.set(each.thread.id, [...(groups.get(each.thread.id) ?? []), each])
  const threads = [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ group, thread: first.thread, at: positionOf(first.thread, texts) }] : []
  })
  threads.sort(
    (a, b) =>
      comparePositions(a.at, b.at) || a.thread.createdAt.getTime() - b.thread.createdAt.getTime(),
  )
  const missing = threads.filter(
    ({ thread, at }) =>
      thread.about === "passage" &&
      (hasNotArrived(thread) || (isMissing(at) && thread.quote !== "")),
  )
  const invented = await unproven(
    reader,
    consultationId,
    texts,
    missing.map(({ thread }) => thread),
  )
  return threads.flatMap(({ group, thread, at }, place) => {
    const text = texts[at.text]
    const section = text?.sections[at.section]
    const shown = called.get(text?.id ?? "") ?? text
    const title = partIn(shown, section)
    // What is hidden altogether says nothing that could be decided on.
    const isGone = group.every(({ comment }) => comment.hiddenAt !== null)
    const open = thread.disposition === null && !isGone
    return group.map(({ comment, name, organisation, stakeholderGroup, ...row }, index) => ({
      commentId: comment.id,
      threadId: thread.id,
      revision: thread.revision,
      leads: index === 0,
      open,
      number: index === 0 ? `${place + 1}` : `${place + 1}.${index + 1}`,
      text: titleOf(shown),
      section: title,
      row: ofEditions.get(section?.place ?? "") ?? null,
      // Of a section that is gone, what it was called when it was asked about.
      quote: invented.has(thread.id)
        ? ""
        : thread.quote || (title ? "" : lostName(thread, consultationId)),
      lost: thread.lostAt !== null || invented.has(thread.id),
      words: comment.hiddenAt ? "" : comment.text,
      proposal: comment.hiddenAt ? null : comment.proposal,
      hidden: comment.hiddenAt && { by: row.hider ?? "", reason: comment.hiddenReason ?? "" },
      author: { name, organisation, stakeholderGroup },
      unnamed: comment.unnamed,
      at: comment.createdAt,
      late: comment.late,
      disposition: thread.disposition,
      reason: thread.reason,
      decider: row.decider,
    }))
  })
}

/** `items`: what its items are called by their ids, where they have other names too. */
type Called = { title: string; number: number | null; items?: ReadonlyMap<string, string> | null }

const titleOf = (text: Called | undefined) => text?.title || (text?.number ? `#${text.number}` : "")

function partIn(text: Called | undefined, section: OpenSection | undefined): string {
  if (!section) return ""
  return text?.items ? (text.items.get(section.place) ?? "") : section.title
}
