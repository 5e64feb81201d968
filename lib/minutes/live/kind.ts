import type { LiveKind, LiveText } from "@/lib/live/kind"
import { CLOSING, TEXT_SCHEMA } from "../model"
import { minutesForm } from "./form"
import { joinOwners, ownersApart } from "./owners"

export const minutesKind: LiveKind = {
  name: "minutes",
  schema: TEXT_SCHEMA,
  tables: {
    states: "minutes_documents",
    updates: "minutes_updates",
    writers: "minutes_writers",
    key: "meeting_id",
  },
  form: minutesForm,
  end: CLOSING,
  sections: null,
  untitled: null,
  mend(change) {
    const apart = ownersApart(change)
    return apart.length > 0 ? (doc, origin) => joinOwners(doc, apart, origin) : null
  },
}

/** The minutes of a meeting as a text that several people write at once. */
export const minutesOf = (meetingId: string): LiveText => ({ kind: minutesKind, id: meetingId })
