"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import type { z } from "zod"
import { disableAccount } from "@/lib/accounts/disable"
import { enableAccount } from "@/lib/accounts/enable"
import { removeAccount } from "@/lib/accounts/remove"
import { changeSecretariat } from "@/lib/members/change-secretariat"
import { invitePerson } from "@/lib/members/invite"
import { addToRegister } from "@/lib/people/add-to-register"
import { editPerson } from "@/lib/people/edit"
import {
  addToRegisterInput,
  changeSecretariatInput,
  editPersonInput,
  inviteInput,
  mergeInput,
  personInput,
} from "@/lib/people/input"
import { mergePeople } from "@/lib/people/merge"
import { type ActionResult, runAction } from "@/lib/platform/action"
import type { Actor } from "@/lib/platform/actor"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

type Named = ActionResult<{ name: string }>

/** Runs a verb and has the page read again what it changed. */
async function andRefresh<Schema extends z.ZodType, Data>(
  schema: Schema,
  form: FormData,
  verb: (actor: Actor, input: z.output<Schema>) => Promise<Data>,
): Promise<ActionResult<Data>> {
  const result = await runAction(schema, form, verb)
  if (result.ok) refresh()
  return result
}

async function toPerson(id: string, done: string): Promise<never> {
  redirect(localePath(await getLocale(), `/desk/people/${id}?done=${done}`))
}

export async function addToRegisterAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(addToRegisterInput, form, addToRegister)
  return result.ok ? toPerson(result.data.id, "added") : result
}

export async function editPersonAction(
  _: ActionResult<{ mark: string }> | null,
  form: FormData,
): Promise<ActionResult<{ mark: string }>> {
  return andRefresh(editPersonInput, form, editPerson)
}

export async function mergePeopleAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(mergeInput, form, mergePeople)
  return result.ok ? toPerson(String(form.get("keptId")), "merged") : result
}

export async function invitePersonAction(_: Named | null, form: FormData): Promise<Named> {
  return andRefresh(inviteInput, form, invitePerson)
}

export async function disableAccountAction(_: Named | null, form: FormData): Promise<Named> {
  return andRefresh(personInput, form, disableAccount)
}

export async function enableAccountAction(_: Named | null, form: FormData): Promise<Named> {
  return andRefresh(personInput, form, enableAccount)
}

export async function removeAccountAction(_: Named | null, form: FormData): Promise<Named> {
  return andRefresh(personInput, form, removeAccount)
}

export async function changeSecretariatAction(_: Named | null, form: FormData): Promise<Named> {
  return andRefresh(changeSecretariatInput, form, changeSecretariat)
}
