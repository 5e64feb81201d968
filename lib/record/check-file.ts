import type { z } from "zod"
import { countAttempt, limitMinutes } from "@/lib/accounts/limit"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { compareDownload, type Verdict } from "./compare-download"
import type { checkFileInput } from "./input"

/** How many files are checked for one connection in a quarter of an hour. */
const most = 60

/**
 * Says whether a file is a published version: of any group, whole, with its names. Keeps nothing of it.
 * Refuses with `too_many` beyond the limit.
 */
export async function checkFile(
  actor: Actor,
  { file, network }: z.output<typeof checkFileInput> & { network: string },
): Promise<Verdict> {
  authorize(actor, "record.check")
  const within = await transaction((tx) => countAttempt(tx, "record.check", network, most))
  if (!within) throw new Refusal("too_many", "record.tooMany", { minutes: limitMinutes })
  return compareDownload(await file.text())
}
