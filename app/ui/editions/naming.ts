import { useTranslations } from "next-intl"
import type { Naming } from "@/lib/mapping/cells/cell-text"
import { activityKinds, rowStatuses, scopes } from "@/lib/mapping/model"

/** The words of a table in the reader's language; areas are named by their slugs. */
export function useNaming(...areas: readonly { slug: string; title: string }[][]): Naming {
  const t = useTranslations("mapping")
  const titles = new Map(areas.flat().map(({ slug, title }) => [slug, title]))
  const named = <Key extends string>(keys: readonly Key[], word: (key: Key) => string) =>
    Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>
  return {
    kind: named(activityKinds, (kind) => t(`kind.${kind}`)),
    scope: named(scopes, (scope) => t(`scope.${scope}`)),
    status: named(rowStatuses, (status) => t(`status.${status}`)),
    paragraph: t("paragraph"),
    area: (slug) => titles.get(slug) ?? "",
    person: () => "",
  }
}
