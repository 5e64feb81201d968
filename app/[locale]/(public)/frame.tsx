import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { localePath, routing } from "@/lib/platform/locales"

interface FrameGroup {
  slug: string
  shortName: string
}

/** Masthead, content and foot of a public page. `path` is the page's own, without its language. */
export function Frame({
  path,
  group,
  current,
  skipTo = "main",
  children,
}: {
  path: string
  group?: FrameGroup
  current?: "meetings" | "mapping" | "documents" | "consultations"
  skipTo?: string
  children: ReactNode
}) {
  const t = useTranslations("public")
  return (
    <>
      <a className="skip" href={`#${skipTo}`}>
        {t("skip")}
      </a>
      <Masthead path={path} group={group} current={current} />
      {children}
      <Colophon group={group} />
    </>
  )
}

function Masthead({
  path,
  group,
  current,
}: {
  path: string
  group: FrameGroup | undefined
  current: "meetings" | "mapping" | "documents" | "consultations" | undefined
}) {
  const t = useTranslations("public")
  const locale = useLocale()
  const home = localePath(locale, group ? `/${group.slug}` : "/")
  return (
    <header className="mast">
      <div className="frame">
        <a className="brand" href={home}>
          {group?.shortName ?? "Rapporteur"}
        </a>
        {group ? (
          <nav aria-label={t("nav.group")}>
            <ul>
              <li>
                <a
                  href={localePath(locale, `/${group.slug}/meetings`)}
                  aria-current={current === "meetings" ? "true" : undefined}
                >
                  {t("nav.meetings")}
                </a>
              </li>
              <li>
                <a
                  href={localePath(locale, `/${group.slug}/mapping`)}
                  aria-current={current === "mapping" ? "true" : undefined}
                >
                  {t("nav.mapping")}
                </a>
              </li>
              <li>
                <a
                  href={localePath(locale, `/${group.slug}/documents`)}
                  aria-current={current === "documents" ? "true" : undefined}
                >
                  {t("nav.documents")}
                </a>
              </li>
              <li>
                <a
                  href={localePath(locale, `/${group.slug}/consultations`)}
                  aria-current={current === "consultations" ? "true" : undefined}
                >
                  {t("nav.consultations")}
                </a>
              </li>
              <li>
                <a href={localePath(locale, `/${group.slug}/join`)}>{t("nav.join")}</a>
              </li>
            </ul>
          </nav>
        ) : null}
        <div className="end">
          <a
            href={localePath(locale, "/search")}
            aria-current={path.split("?")[0] === "/search" ? "page" : undefined}
          >
            {t("nav.search")}
          </a>
          {routing.locales
            .filter((other) => other !== locale)
            .map((other) => (
              <a key={other} href={localePath(other, path)} lang={other} hrefLang={other}>
                {languageName(other)}
              </a>
            ))}
        </div>
      </div>
    </header>
  )
}

function Colophon({ group }: { group: FrameGroup | undefined }) {
  const t = useTranslations("public")
  const locale = useLocale()
  return (
    <footer className="colophon">
      <div className="frame">
        <a href={localePath(locale, "/")}>{t("foot.groups")}</a>
        {group ? (
          <>
            <a href={localePath(locale, `/${group.slug}/calendar.ics`)}>{t("foot.calendar")}</a>
            <a href={localePath(locale, `/${group.slug}/feed.xml`)}>{t("foot.feed")}</a>
          </>
        ) : null}
        {group ? (
          <a href={localePath(locale, `/${group.slug}/record`)}>{t("foot.record")}</a>
        ) : null}
        <a href={localePath(locale, "/sign-in")}>{t("foot.signIn")}</a>
      </div>
    </footer>
  )
}

/** A language's own name, with a capital letter as at the beginning of a line. */
function languageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
