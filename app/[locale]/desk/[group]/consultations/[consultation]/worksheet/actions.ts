"use server"

import { publishCompendiumInput } from "@/lib/compendia/input"
import { publishCompendium } from "@/lib/compendia/publish"
import { type BroughtIn, bringInSheet } from "@/lib/consultations/worksheet/bring-in"
import { bringInSheetInput, decideInput } from "@/lib/consultations/worksheet/input"
import type { Decision } from "@/lib/consultations/worksheet/model"
import { workThread } from "@/lib/consultations/worksheet/work-thread"
import { type ActionResult, runAction } from "@/lib/platform/action"

type Decided = Decision & { revision: number }

export async function workThreadAction(
  _: ActionResult<Decided> | null,
  form: FormData,
): Promise<ActionResult<Decided>> {
  return runAction(decideInput, form, workThread)
}

export async function bringInSheetAction(
  _: ActionResult<BroughtIn> | null,
  form: FormData,
): Promise<ActionResult<BroughtIn>> {
  return runAction(bringInSheetInput, form, bringInSheet)
}

export async function publishCompendiumAction(
  _: ActionResult<{ version: number }> | null,
  form: FormData,
): Promise<ActionResult<{ version: number }>> {
  return runAction(publishCompendiumInput, form, publishCompendium)
}
