import { and, eq, inArray } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { errorReports } from "@/db/schema/corrections"
import { groups } from "@/db/schema/groups"
import { reports } from "@/db/schema/reports"
import { countLetter, refuseBeyond } from "@/lib/accounts/limit"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { hashOf, newToken } from "@/lib/platform/secrets"
import { authorize } from "@/lib/policy/can"
import { openVersion } from "@/lib/record/open-content"
import type { reportErrorInput } from "./input"
import { writeConfirmation } from "./letters"
import { findPlace } from "./place"

type Input = z.output<typeof reportErrorInput> & { network: string }

/**
 * Takes what somebody says is wrong in a published version; it counts once the address is confirmed
 * through the mailed link. The same form sent twice counts once. `not_found` when there is no such
 * version; refuses with `too_many` beyond the limits of an address and of a connection.
 */
export async function reportError(actor: Actor, input: Input): Promise<void> {
  authorize(actor, "error.report")
  // Whoever fills in what nobody sees is thanked like everybody else, and nothing happens.
  if (input.website !== "") return
  const count = await transaction(async (tx) => {
    const found = await findVersion(tx, input)
    if (!found) throw notFound()
    const within = await countLetter(tx, "error", input)
    if (within !== "within") return within
    const { report, group } = found
    const place = input.at ? findPlace(await openVersion(tx, report), input.at) : null
    const token = newToken()
    const { message, name, email, locale, submission } = input
    const [written] = await tx
      .insert(errorReports)
      .values({
        ...{ groupId: report.groupId, meetingId: report.meetingId, reportId: report.id },
        ...{ place: place?.anchor ?? "", quote: place?.quote ?? "" },
        ...{ message, name, email, locale, submission },
        ...{ tokenHash: hashOf(token), createdAt: now() },
      })
      .onConflictDoNothing({ target: errorReports.submission })
      .returning({ id: errorReports.id })
    const { number, version } = report
    if (written) await writeConfirmation(tx, { group, number, version, to: email, locale }, token)
    return within
  })
  refuseBeyond(count, "errorReport.tooMany")
}

/** A version by the number under which any version of the same report stands or stood. */
async function findVersion(tx: Transaction, { slug, number, version }: Input) {
  const bearer = alias(reports, "bearer")
  const bearers = tx
    .select({ meetingId: bearer.meetingId })
    .from(bearer)
    .innerJoin(groups, eq(groups.id, bearer.groupId))
    .where(and(eq(groups.slug, slug), eq(bearer.number, number)))
  const [found] = await tx
    .select({ report: reports, group: { slug: groups.slug, name: groups.name } })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(
      and(eq(groups.slug, slug), inArray(reports.meetingId, bearers), eq(reports.version, version)),
    )
  return found
}
