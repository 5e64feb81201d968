import { isDeepStrictEqual } from "node:util"
import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import { loadSpeller } from "@/lib/check/dictionary"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import type { Locale } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { nextLanguage } from "@/lib/reports/usual-language"
import { answerFinding } from "./answer-finding"
import { knownAround } from "./context"
import { corrected } from "./corrected"
import type { ImportDraft } from "./draft"
import type { correctImportInput } from "./input"
import { checkOpen, type LockedFile, lockFile } from "./lock"
import { lookAgain } from "./look-again"
import { withoutSecrets, withSecrets } from "./secrets-apart"
import { requireSeenNumber } from "./seen-number"
import { draftIn, readingIn, type StoredReading } from "./stored"
import { wordsKept } from "./words-kept"

/**
 * Keeps what was corrected in the draft of a file, looks again at what was found in it, and does what the
 * pressed answer to a finding says.
 * Nothing is saved as a meeting yet; `saves` says that it is to be next. A form that is not up to date changes nothing; the refusal says
 * where the file stands now.
 */
export async function correctImport(
  actor: Actor,
  input: z.output<typeof correctImportInput>,
  locale: Locale,
  { saves = false }: { saves?: boolean } = {},
): Promise<{ fileId: string; batchId: string; slug: string; revision: number }> {
  return transaction(async (tx) => {
    const file = await lockFile(tx, input.fileId)
    authorize(actor, "import.bringIn", { groupId: file.groupId })
    // Meanwhile somebody said that it is no report: there is no draft that this form could go on from.
    if (file.state === "read" && file.kind !== "report")
      throw new Refusal("conflict", "imports.isDocument")
    const current = { slug: file.slug, batchId: file.batchId, revision: file.revision }
    // Whoever sent the form is shown what was kept meanwhile, and goes on from there.
    if (file.state === "read" && file.revision !== input.revision)
      throw new Refusal("conflict", "imports.staleForm", {}, {}, current)
    checkOpen(file, input.revision)
    const before = draftIn(file)
    requireSeenNumber(before.number, readingIn(file), input, saves, current)
    const typed = corrected(before, input, locale)
    const { draft, reading } = isDeepStrictEqual(typed, before)
      ? { draft: before, reading: readingOf(file, before) }
      : await lookedAt(tx, file, { before, typed })
    const next = input.fix
      ? answerFinding(
          draft,
          reading,
          input.fix,
          input.said,
          await nextLanguage(tx, file.groupId, null),
        )
      : draft
    // Whoever only looks on to the next file has changed nothing, and leaves no trace.
    if (isDeepStrictEqual(next, before)) return { fileId: file.id, ...current }
    const words = wordsKept(file.source ?? "", reading.inValues, next.text)
    const revision = file.revision + 1
    await tx
      .update(importFiles)
      .set({
        corrected: next,
        read: { ...reading, findings: withoutSecrets(reading.findings), words },
        revision,
      })
      .where(eq(importFiles.id, file.id))
    await record(tx, {
      name: "import.corrected",
      actor,
      groupId: file.groupId,
      subject: { type: "import", id: file.batchId },
      data: { file: file.name },
    })
    return { fileId: file.id, ...current, revision }
  })
}

/** What was read, with all that its findings speak of. */
function readingOf(file: LockedFile, draft: ImportDraft): StoredReading {
  const reading = readingIn(file)
  return { ...reading, findings: withSecrets(reading.findings, draft, file.source ?? "") }
}

/** What was typed, with the findings that it settles and those that it brings. */
async function lookedAt(
  tx: Transaction,
  file: LockedFile,
  { before, typed }: { before: ImportDraft; typed: ImportDraft },
): Promise<{ draft: ImportDraft; reading: StoredReading }> {
  const reading = readingOf(file, before)
  const [around, speller] = await Promise.all([knownAround(tx, file.groupId), loadSpeller()])
  const known = { ...around, speller }
  const { findings, ...answered } = lookAgain(before, typed, reading.findings, known)
  return { draft: { ...typed, ...answered }, reading: { ...reading, findings } }
}
