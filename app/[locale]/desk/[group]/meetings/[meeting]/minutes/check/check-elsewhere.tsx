import { useTranslations } from "next-intl"
import { CloseSheet } from "../../../../live/close-sheet"

/** Where the check stands before the editor has come: without script its findings are on the plain page. */
export function CheckElsewhere({ plain }: { plain: string | null }) {
  const t = useTranslations("findings")
  return (
    <>
      <CloseSheet />
      <h2 id="check-title">{t("title")}</h2>
      {plain ? (
        <noscript>
          <p className="small">
            <a href={`${plain}#findings`}>{t("onPlain")}</a>
          </p>
        </noscript>
      ) : null}
    </>
  )
}
