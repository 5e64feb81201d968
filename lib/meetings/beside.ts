import type { meetings } from "@/db/schema/meetings"

/** Where facts, agenda and attendance of a meeting stand: another text as soon as one of them is changed. */
export const besideOf = ({
  revision,
  agendaRevision,
  attendanceRevision,
}: Pick<
  typeof meetings.$inferSelect,
  "revision" | "agendaRevision" | "attendanceRevision"
>): string => [revision, agendaRevision, attendanceRevision].join(".")
