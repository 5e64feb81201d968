import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { listGroups } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("title") }
}

export default async function GroupsPage() {
  const groups = await answer(listGroups(await currentActor()))
  const [t, locale] = await Promise.all([getTranslations("groups"), getLocale()])
  const create = (
    <ButtonLink kind="primary" href={localePath(locale, "/desk/groups/new")}>
      {t("new")}
    </ButtonLink>
  )
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={groups.length > 0 ? create : undefined}
      />
      {groups.length === 0 ? (
        <Empty title={t("none")} action={create}>
          {t("noneWhy")}
        </Empty>
      ) : (
        <Table
          caption={t("title")}
          columns={[
            { key: "shortName", label: t("shortName") },
            { key: "name", label: t("name") },
            { key: "address", label: t("slug") },
            { key: "members", label: t("members"), numeric: true },
          ]}
        >
          {groups.map((group) => (
            <tr key={group.id}>
              <th scope="row" className="nowrap">
                <a href={localePath(locale, `/desk/${group.slug}/members`)}>{group.shortName}</a>
              </th>
              <td>{group.name}</td>
              <td className="mono">/{group.slug}</td>
              <td className="num">{group.members}</td>
            </tr>
          ))}
        </Table>
      )}
    </main>
  )
}
