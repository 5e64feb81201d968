import { Button } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import { nextPath } from "@/lib/accounts/input"
import { listSamplePeople } from "@/lib/accounts/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { sampleSignInAction } from "./actions"
import { RequestLinkForm } from "./request-link-form"

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; error?: string }>
}) {
  const [{ next, error }, t, locale] = await Promise.all([
    searchParams,
    getTranslations("signIn"),
    getLocale(),
  ])
  const samplePeople = await listSamplePeople()
  const target = nextPath.parse(typeof next === "string" ? next : undefined)
  return (
    <>
      <h1>{t("title")}</h1>
      {error ? (
        <Notice kind="bad" title={t("linkSpent")} announce>
          <p>{t("linkSpentWhy")}</p>
        </Notice>
      ) : null}
      <p>{t("lead")}</p>
      <RequestLinkForm next={target} locale={locale} />
      {samplePeople.length > 0 ? (
        <section className="panel sample" aria-labelledby="sample">
          <h2 id="sample">{t("sample.title")}</h2>
          <p className="hint">{t("sample.lead")}</p>
          <ul className="places">
            {samplePeople.map((person) => (
              <li key={person.personId}>
                <form action={sampleSignInAction}>
                  <input type="hidden" name="personId" value={person.personId} />
                  <input type="hidden" name="next" value={localePath(locale, target)} />
                  <Button small>{t("sample.as", { name: person.name })}</Button>{" "}
                  <small>{t(`sample.role.${person.role}`)}</small>
                </form>
              </li>
            ))}
          </ul>
          <p className="small">
            <a href={localePath(locale, "/sign-in/outbox")}>{t("sample.outbox")}</a>
          </p>
        </section>
      ) : null}
    </>
  )
}
