import type { Metadata } from "next"
import { Notice } from "@/app/ui/notice"
import { confirmErrorInput } from "@/lib/error-reports/input"
import { getTranslations } from "@/lib/platform/i18n"
import { ConfirmForm } from "./confirm-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errorReports"))("confirm.title") }
}

/** Where a mailed link leads. Opening it changes nothing, so that a mail scanner cannot confirm; the button does. */
export default async function ConfirmErrorPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [asked, t] = await Promise.all([searchParams, getTranslations("errorReports")])
  const link = confirmErrorInput.safeParse(asked)
  return (
    <>
      <h1>{t("confirm.title")}</h1>
      {link.success ? (
        <ConfirmForm token={link.data.token} />
      ) : (
        <Notice kind="bad" title={t("confirm.broken")}>
          <p>{t("confirm.brokenWhy")}</p>
        </Notice>
      )}
    </>
  )
}
