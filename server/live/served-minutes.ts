import { keepRevision } from "@/lib/minutes/keep-revision"
import { writeBlocks } from "@/lib/minutes/live/blocks"
import { compactDocument } from "@/lib/minutes/live/compact"
import { minutesOf } from "@/lib/minutes/live/kind"
import {
  admitWriter,
  allowWriter,
  findLiveMeetings,
  type LiveMeeting,
  openMinutes,
} from "@/lib/minutes/live/open-minutes"
import type { Served } from "./served-kind"
import { Touched } from "./touched"

/** The minutes of meetings, by the ids of the meetings. */
export const servedMinutes: Served<LiveMeeting> = {
  textOf: minutesOf,
  admit: admitWriter,
  find: findLiveMeetings,
  allow: allowWriter,
  open: openMinutes,
  rows(meetingId, doc) {
    const touched = new Touched(doc)
    return {
      take() {
        const { sections, ...ends } = touched.take()
        return { write: (tx) => writeBlocks(tx, meetingId, sections), ...ends }
      },
    }
  },
  mark: (actor, meetingId) => keepRevision(actor, { meetingId }),
  compact: compactDocument,
}
