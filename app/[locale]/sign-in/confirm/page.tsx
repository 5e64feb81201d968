import { Button } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import { nextPath } from "@/lib/accounts/input"
import { getTranslations } from "@/lib/platform/i18n"

/** Where a mailed link leads. Opening it changes nothing, so that a mail scanner cannot spend it; the button does. */
export default async function ConfirmPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [{ email, token, next }, t] = await Promise.all([searchParams, getTranslations("signIn")])
  if (typeof email !== "string" || typeof token !== "string") {
    return (
      <>
        <h1>{t("title")}</h1>
        <Notice kind="bad" title={t("linkBroken")}>
          <p>{t("linkSpentWhy")}</p>
        </Notice>
      </>
    )
  }
  return (
    <>
      <h1>{t("confirm.title")}</h1>
      <p>{t("confirm.lead", { email })}</p>
      <form action="/api/auth/confirm" method="post" className="stack">
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="token" value={token} />
        <input
          type="hidden"
          name="next"
          value={nextPath.parse(typeof next === "string" ? next : undefined)}
        />
        <div className="btns">
          <Button kind="primary">{t("confirm.button")}</Button>
        </div>
      </form>
    </>
  )
}
