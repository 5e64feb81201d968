import type { Metadata } from "next"
import { LocalTimes } from "@/app/ui/local-times"
import { Notice } from "@/app/ui/notice"
import { Refusal } from "@/lib/platform/errors"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { getWordsToAnswer, type WordsToAnswer } from "@/lib/reviews/answer-queries"
import { guestOfQuoteLink } from "@/lib/reviews/quote-link"
import { OwnWords } from "./own-words"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews.words"))("title") }
}

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<{ token?: string | string[] }>
}

/** Where the mail to somebody who is quoted leads. Opening it answers nothing; the form does. */
export default async function YourWordsPage({ params, searchParams }: Props) {
  const [{ group }, { token }] = await Promise.all([params, searchParams])
  const found = typeof token === "string" ? await find(token, group) : null
  if (found && typeof token === "string")
    return (
      <>
        <OwnWords found={found} token={token} />
        <LocalTimes />
      </>
    )
  const [t, say] = await Promise.all([getTranslations("reviews.words"), getTranslations("errors")])
  return (
    <>
      <h1>{t("title")}</h1>
      <Notice kind="bad" title={t("broken")}>
        <p>{say("review.linkBroken")}</p>
      </Notice>
    </>
  )
}

async function find(token: string, group: string): Promise<WordsToAnswer | null> {
  try {
    return await getWordsToAnswer(guestOfQuoteLink(token), token, group, await getLocale())
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
