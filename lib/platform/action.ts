import type { z } from "zod"
import type { Actor } from "./actor"
import { Refusal, type RefusalCode } from "./errors"
import { formToData } from "./form"
import { getTranslations } from "./i18n"
import { isFromOwnPages } from "./request"
import { currentActor } from "./session"

/**
 * What a form gets back. `fields` ties a sentence to each field by its name; `entered` is what was typed, to fill the form again.
 * `no_answer` and `failed` are said by the browser: the server may have done it or not.
 */
export type ActionResult<Data = undefined> =
  | { ok: true; data: Data }
  | {
      ok: false
      code: RefusalCode | "no_answer" | "failed"
      message: string
      fields?: Record<string, string>
      entered?: Record<string, string>
      data?: unknown
    }

/**
 * Runs one verb for a submitted form: origin, actor, shape, verb; a refusal becomes sentences in the
 * reader's language. Unknown errors pass through, to the log and the error page.
 */
export async function runAction<Schema extends z.ZodType, Data>(
  schema: Schema,
  form: FormData,
  verb: (actor: Actor, input: z.output<Schema>) => Promise<Data>,
): Promise<ActionResult<Data>> {
  try {
    if (!(await isFromOwnPages())) throw new Refusal("forbidden", "foreignOrigin")
    const actor = await currentActor()
    const parsed = schema.safeParse(formToData(form))
    if (!parsed.success) throw new Refusal("invalid", "fields", {}, fieldKeys(parsed.error))
    return { ok: true, data: await verb(actor, parsed.data) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...(await refusalResult(error)), entered: entered(form) }
  }
}

function entered(form: FormData): Record<string, string> {
  const typed = [...form].filter(
    (pair): pair is [string, string] => typeof pair[1] === "string" && !pair[0].startsWith("$"),
  )
  return Object.fromEntries(typed)
}

/** A refusal as a form shows it. */
export async function refusalResult(
  refusal: Refusal,
): Promise<Extract<ActionResult, { ok: false }> & { code: RefusalCode }> {
  const t = await getTranslations("errors")
  // Keys come from schemas and verbs; a test holds every one of them against the catalogue.
  const say = (key: string, values = {}) =>
    t.has(key as never) ? t(key as never, values as never) : t("generic")
  const fields = Object.fromEntries(
    Object.entries(refusal.fields).map(([field, key]) => [field, say(key, refusal.values)]),
  )
  return {
    ok: false,
    code: refusal.code,
    message: say(refusal.key, refusal.values),
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(refusal.data !== undefined && { data: refusal.data }),
  }
}

/** For each field the key of its sentence: the schema's own, or the general one for what is wrong. */
export function fieldKeys(error: z.ZodError): Record<string, string> {
  const keys: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.path.join(".")
    keys[field] ??= /^[a-z][a-zA-Z]*(\.[a-zA-Z]+)*$/.test(issue.message)
      ? issue.message
      : generalKey(issue)
  }
  return keys
}

function generalKey(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small")
    return issue.origin === "string" ? "field.required" : "field.tooSmall"
  if (issue.code === "too_big") return issue.origin === "string" ? "field.tooLong" : "field.tooBig"
  if (issue.code === "invalid_type") return "field.required"
  if (issue.code === "invalid_format")
    return issue.format === "email" ? "field.email" : "field.format"
  return "field.choice"
}
