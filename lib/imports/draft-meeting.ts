import { agendaTree } from "@/lib/meetings/agenda"
import type { MeetingForReport } from "@/lib/meetings/for-report"
import { labelAgenda } from "@/lib/meetings/labels"
import type { ImportDraft } from "./draft"

/** The meeting that a draft would become, as the check of minutes looks at it. */
export function meetingOfDraft(draft: ImportDraft): MeetingForReport {
  const rows = labelAgenda(draft.agenda.map(({ printed: _, ...row }) => row))
  return {
    id: "",
    group: { slug: "", shortName: "", name: "" },
    number: draft.number,
    printedNumbers: draft.printed,
    title: draft.title,
    startsAt: draft.startsAt ? new Date(draft.startsAt) : null,
    zone: draft.zone,
    minutes: draft.minutes,
    place: draft.place,
    participantList: draft.list,
    fromArchive: true,
    nextMeetingText: draft.nextMeeting,
    cancelledAt: null,
    beside: "",
    noteTaker: draft.noteTaker ? { name: draft.noteTaker, capacity: "" } : null,
    offices: (["chair", "host", "moderator"] as const).flatMap((kind) =>
      draft[`${kind}s`].map((name) => ({ kind, name, capacity: draft.capacities[name] ?? "" })),
    ),
    agenda: agendaTree(rows),
    attendance: (["present", "regrets", "written"] as const).flatMap((kind) =>
      draft[kind].map(({ name, capacity }) => ({ kind, name, capacity })),
    ),
  }
}
