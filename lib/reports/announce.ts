import { and, desc, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import { groups } from "@/db/schema/groups"
import { reports } from "@/db/schema/reports"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { postOnList } from "@/lib/notices/post-on-list"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import { routing } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { namesOf, openText } from "@/lib/record/open-content"
import { filePath } from "@/lib/report-files/formats"
import { reportPath } from "./addresses"
import type { announceReportInput } from "./input"

/**
 * Announces the newest version of a meeting's report on the group's mailing list. Refuses with
 * `conflict` what is not published, what was announced there before, and a group without a list.
 */
export async function announceReport(
  actor: Actor,
  { meetingId }: z.output<typeof announceReportInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const { groupId } = await lockMeeting(tx, meetingId)
    authorize(actor, "report.publish", { groupId })
    const [newest] = await tx
      .select({
        reportId: reports.id,
        number: reports.number,
        version: reports.version,
        // As it was published: the draft may name somebody who asked not to be named.
        title: sql<string>`coalesce(${reports.content} #>> '{meeting,title}', '')`,
        language: sql<string>`coalesce(${reports.content} ->> 'language', 'en')`,
        group: groups,
      })
      .from(reports)
      .innerJoin(groups, eq(groups.id, reports.groupId))
      .where(and(eq(reports.meetingId, meetingId), eq(reports.groupId, groupId)))
      .orderBy(desc(reports.version))
      .limit(1)
    if (!newest) throw new Refusal("conflict", "report.notPublished")
    const { number, version, group, reportId, language } = newest
    const names = (await namesOf(tx, [reportId])).get(reportId)
    const title = openText(newest.title, names ?? new Map(), language)
    const t = translatorFor(routing.defaultLocale)
    const report = [t("notices.report", { number }), title].filter(Boolean).join(": ")
    const values = { report, group: group.name, version }
    const posted = await postOnList(tx, {
      groupId,
      about: `report.${meetingId}.${version}`,
      subject: t("notices.list.reportSubject", values),
      paragraphs: [
        t("notices.list.report", values),
        env().origin + reportPath(group.slug, number, version),
        // Led to and not sent along: what goes out by mail cannot be corrected any more.
        (["pdf", "txt"] as const)
          .map((format) => {
            const address = env().origin + filePath(group.slug, number, format, version)
            return `${t(`files.format.${format}`)}: ${address}`
          })
          .join("\n"),
      ],
    })
    if (posted !== "posted")
      throw new Refusal("conflict", posted === "known" ? "notices.isPosted" : "meeting.noList")
    await record(tx, {
      name: "report.announced",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, version },
    })
  })
}
