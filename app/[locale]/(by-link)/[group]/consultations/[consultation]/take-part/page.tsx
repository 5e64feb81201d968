import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { LocalTimes } from "@/app/ui/local-times"
import { Notice } from "@/app/ui/notice"
import { findAskable } from "@/lib/consultations/askable"
import { guestOfLink } from "@/lib/consultations/guest-link"
import {
  type ConsultationForGuest,
  getConsultationForGuest,
} from "@/lib/consultations/guest-queries"
import { guestLinkInput } from "@/lib/consultations/input"
import { Refusal } from "@/lib/platform/errors"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { AskForm } from "./ask-form"
import { GuestPage } from "./guest-page"
import { LinkNotice } from "./link-notice"

type Props = {
  params: Promise<{ group: string; consultation: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations"))("title") }
}

/**
 * Where a mailed link leads, and without one the form to ask for it. Opening it changes nothing, so that a
 * mail scanner cannot confirm an address; the button does.
 */
export default async function TakePartPage({ params, searchParams }: Props) {
  const [{ group, consultation }, asked, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("consultations"),
  ])
  const link = guestLinkInput.safeParse(asked)
  const token = link.success ? link.data.token : null
  const found = token ? await findForGuest(token, { group, consultation }) : null
  if (found && found !== "takenBack" && token)
    return (
      <>
        <GuestPage found={found} token={token} />
        <LocalTimes />
      </>
    )
  const askable = await findAskable(group, consultation)
  if (!askable) notFound()
  return (
    <>
      <h1>{t("guestPage.askTitle", { title: askable.title })}</h1>
      <LinkNotice link={found === "takenBack" ? found : "token" in asked ? "broken" : null} />
      {found === "takenBack" && askable.audience === "invited" ? null : askable.open ? (
        <>
          <p>{t(askable.audience === "anyone" ? "guestPage.askAnyone" : "guestPage.askInvited")}</p>
          <AskForm slug={group} consultation={consultation} locale={locale} />
        </>
      ) : (
        <Notice kind="warn">{t("guestPage.notOpen")}</Notice>
      )}
    </>
  )
}

/** What the link opens, or that its invitation was taken back; null when it is unknown, or for another consultation. */
async function findForGuest(
  token: string,
  at: { group: string; consultation: string },
): Promise<ConsultationForGuest | "takenBack" | null> {
  try {
    return await getConsultationForGuest(await guestOfLink(token), token, at)
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return null
    if (error instanceof Refusal && error.code === "conflict") return "takenBack"
    throw error
  }
}
