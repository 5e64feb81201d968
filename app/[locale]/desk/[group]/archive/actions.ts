"use server"

import { redirect } from "next/navigation"
import { dropArchiveProposal } from "@/lib/archive/drop-proposal"
import { dropArchiveProposalInput, publishArchiveInput } from "@/lib/archive/input"
import { proposeArchive } from "@/lib/archive/propose"
import { publishArchive } from "@/lib/archive/publish"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

export type ArchiveState = ActionResult<unknown> | null

/** Publishes, and comes back to the page, which goes on with the reports that are left, in the same words. */
export async function publishArchiveAction(_: ArchiveState, form: FormData): Promise<ArchiveState> {
  const result = await runAction(publishArchiveInput, form, publishArchive)
  if (!result.ok) return result
  const { slug, reports } = result.data
  const kept = textsOf(form, ["language", "reason", "listed"])
  return backTo(slug, { published: String(reports), ...kept })
}

/** Proposes what is ticked, where the group asks for two co-chairs. */
export async function proposeArchiveAction(_: ArchiveState, form: FormData): Promise<ArchiveState> {
  const result = await runAction(publishArchiveInput, form, proposeArchive)
  return result.ok ? backTo(result.data.slug, { done: "proposed" }) : result
}

export async function dropArchiveProposalAction(
  _: ArchiveState,
  form: FormData,
): Promise<ArchiveState> {
  const result = await runAction(dropArchiveProposalInput, form, dropArchiveProposal)
  return result.ok ? backTo(result.data.slug, { done: "dropped" }) : result
}

/** Texts longer than this are not carried on in an address. */
const longest = 600

function textsOf(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name)
      return typeof value === "string" && value !== "" && value.length <= longest
        ? [[name, value]]
        : []
    }),
  )
}

async function backTo(slug: string, said: Record<string, string>): Promise<never> {
  const page = `/desk/${slug}/archive?${new URLSearchParams(said)}`
  redirect(localePath(await getLocale(), page))
}
