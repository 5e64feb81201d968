import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { record } from "@/lib/activity/record"
import { markOf } from "@/lib/live/mark-of"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { lockMeeting } from "@/lib/meetings/lock"
import { requireOpen } from "@/lib/meetings/open-to-change"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { canonical } from "./canonical"
import { findRevisionText } from "./find-revision"
import type { savePlainInput } from "./input"
import { keepText } from "./keep-text"
import { lockMinutes } from "./lock"
import { mergeTexts } from "./merge"
import { type MinutesText, type SavedMinutes, type SectionId, sectionOf, withAgenda } from "./model"
import { knownAt } from "./people"
import { readPlain } from "./plain-read"
import { plainWords } from "./plain-words"
import { acceptText } from "./read-text"
import { staleMinutes } from "./stale"

type Input = z.output<typeof savePlainInput>

/**
 * Saves sections that were edited as plain text on the revision `base`; what was not touched stays
 * exactly as it was, and what others wrote since in other sections stays. When somebody wrote in one of
 * the same sections since, nothing changes and `StaleMinutes` carries both texts, unless `answer` says
 * what to do about what was shown (`over`, its mark). `invalid` at the sections that name somebody anew
 * whose name several have, where nothing says which of them.
 */
export async function savePlainMinutes(actor: Actor, input: Input): Promise<SavedMinutes> {
  const { meetingId, base, over, answer } = input
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", meeting)
    await requireOpen(tx, actor, { ...meeting, cancelledAt: null })
    const current = await lockMinutes(tx, meetingId)
    const before = await findRevisionText(tx, meetingId, base)
    if (!before) throw notFound()
    const old = withAgenda(before, await agendaNow(tx, meetingId))
    const mine = acceptText(await readSections(tx, meeting, old, input))
    const isApart = changedIn(old, mine).every((id) => isSame(old, current.text, id))
    if (!isApart && (over !== markOf(current.revision, current.upto) || !answer)) {
      throw await staleMinutes(tx, meetingId, base, mine, current)
    }
    const text = isApart
      ? withSections(current.text, mine, changedIn(old, mine))
      : decided(answer, old, mine, current.text)
    const { isNew, ...saved } = await keepText(tx, actor, meetingId, current, text)
    if (isNew) {
      await record(tx, {
        name: "minutes.saved",
        actor,
        groupId: meeting.groupId,
        subject: { type: "meeting", id: meetingId },
        data: { number: meeting.number, revision: saved.revision },
      })
    }
    return saved
  })
}

const isSame = (one: MinutesText, other: MinutesText, id: SectionId) =>
  canonical(sectionOf(one, id)) === canonical(sectionOf(other, id))

const changedIn = (old: MinutesText, mine: MinutesText) =>
  mine.order.filter((id) => !isSame(old, mine, id))

function withSections(text: MinutesText, mine: MinutesText, ids: SectionId[]): MinutesText {
  const changed = Object.fromEntries(ids.map((id) => [id, sectionOf(mine, id)]))
  return {
    ...text,
    order: [...text.order, ...ids.filter((id) => !text.order.includes(id))],
    sections: { ...text.sections, ...changed },
  }
}

function decided(
  answer: Input["answer"],
  old: MinutesText,
  mine: MinutesText,
  theirs: MinutesText,
): MinutesText {
  if (answer === "both") return mergeTexts(old, mine, theirs)
  return answer === "theirs" ? theirs : mine
}

async function readSections(
  tx: Transaction,
  meeting: Parameters<typeof knownAt>[1],
  old: MinutesText,
  { sections, locale }: Input,
): Promise<MinutesText> {
  const people = await knownAt(tx, meeting, locale)
  const words = plainWords(locale)
  const asked: { field: string; name: string }[] = []
  const read = old.order.map((id) => {
    const typed = sections[id]
    const was = sectionOf(old, id)
    const unclear = (name: string) => asked.push({ field: `sections.${id}`, name })
    return [id, typed === undefined ? was : readPlain(was, typed, words, people, unclear)] as const
  })
  const [{ name } = { name: "" }] = asked
  if (name) {
    const fields = asked.filter((other) => other.name === name).map(({ field }) => field)
    throw new Refusal(
      "invalid",
      "fields",
      { name },
      Object.fromEntries(fields.map((field) => [field, "minutes.namesakes"])),
    )
  }
  return { ...old, sections: Object.fromEntries(read) }
}
