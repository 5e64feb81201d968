import { describeRefusal } from "@/lib/imports/describe-refusal"
import type { ImportRefusal } from "@/lib/imports/stored"
import { getLocale } from "@/lib/platform/i18n"

/** Why a file was not brought in, and what to do, in the reader's language. */
export async function refusalSentence(refusal: ImportRefusal): Promise<string> {
  return describeRefusal(refusal, await getLocale())
}
