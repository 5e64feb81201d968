"use server"

import { type ActionResult, runAction } from "@/lib/platform/action"
import { networkAddress } from "@/lib/platform/request"
import { checkFile } from "@/lib/record/check-file"
import type { Verdict } from "@/lib/record/compare-download"
import { checkFileInput } from "@/lib/record/input"

export type Checked = { name: string; verdict: Verdict }

/** Compares a file with the record; it is not kept. */
export async function checkRecordAction(
  _: ActionResult<Checked> | null,
  form: FormData,
): Promise<ActionResult<Checked>> {
  return runAction(checkFileInput, form, async (actor, input) => ({
    name: input.file.name,
    verdict: await checkFile(actor, { ...input, network: await networkAddress() }),
  }))
}
