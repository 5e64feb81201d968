import { sql } from "drizzle-orm"
import { reports } from "@/db/schema/reports"

/** In a query of several tables: whether a version of a report is its newest. */
export const isNewest = sql`not exists (select from reports newer
  where newer.meeting_id = ${reports.meetingId} and newer.version > ${reports.version})`
