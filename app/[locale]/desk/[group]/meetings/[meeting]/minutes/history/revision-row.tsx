import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Tag } from "@/app/ui/tag"
import type { ListedRevision } from "@/lib/minutes/history"
import { Authors } from "./authors"

/** One revision in the list, with its places in the form that compares two. */
export function RevisionRow({
  revision,
  href,
  nameHref,
  isNewest,
  isFrom,
  isTo,
}: {
  revision: ListedRevision
  href: string
  /** Where it can be named; null for whoever may not. */
  nameHref: string | null
  isNewest: boolean
  isFrom: boolean
  isTo: boolean
}) {
  const t = useTranslations("minutes.history")
  const { number, name, words } = revision
  const which = { number: String(number) }
  const radio = (side: "from" | "to", checked: boolean) => (
    <label className="pick">
      <input type="radio" form="compare" name={side} value={number} defaultChecked={checked} />
      <span className="vh">{t(side, which)}</span>
    </label>
  )
  return (
    <tr id={`r${number}`}>
      <td>{radio("from", isFrom)}</td>
      <td>{radio("to", isTo)}</td>
      <th scope="row">
        <a href={href}>{t("number", which)}</a>{" "}
        {isNewest ? <Tag kind="now">{t("current")}</Tag> : null}
        {name === null ? null : <bdi className="revision-name">{name}</bdi>}
      </th>
      <td className="when">
        <DateTime at={revision.savedAt} />
      </td>
      <td className="who-wrote">
        <Authors authors={revision.authors} />
      </td>
      <td>
        {revision.restoredFrom !== null
          ? t("restored", { number: String(revision.restoredFrom) })
          : revision.quotedBy !== null
            ? t("quoted", { name: revision.quotedBy })
            : t(`kind.${revision.kind}`)}
      </td>
      <td className="num">
        {words ? (
          <>
            <ins>
              <span className="vh">{t("wordsAdded")} </span>+{words.added}
            </ins>{" "}
            <del className="plain">
              <span className="vh">{t("wordsRemoved")} </span>−{words.removed}
            </del>
          </>
        ) : (
          <span className="muted">{t("uncounted")}</span>
        )}
      </td>
      {nameHref ? (
        <td className="to-name">
          <a href={nameHref}>
            {name === null ? t("name") : t("rename")}
            <span className="vh"> {t("number", which)}</span>
          </a>
        </td>
      ) : null}
    </tr>
  )
}
