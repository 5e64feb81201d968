import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"
import type { ReportContent } from "@/lib/reports/model"

/** The report as search engines read it (schema.org Report and Event): only what the page says too. */
export function structuredReport(report: ReportContent, origin: string, locale: string) {
  const { group, meeting, version } = report
  const organisation = {
    "@type": "Organization",
    name: group.name,
    alternateName: group.shortName,
    url: origin + localePath(locale, `/${group.slug}`),
  }
  return {
    "@context": "https://schema.org",
    "@type": "Report",
    name: `${group.shortName}, meeting ${meeting.number}: summary report`,
    url: origin + localePath(locale, reportPath(group.slug, meeting.number)),
    identifier: origin + reportPath(group.slug, meeting.number, version),
    version: String(version),
    inLanguage: report.language,
    datePublished: report.publishedAt,
    author: organisation,
    publisher: organisation,
    about: {
      "@type": "Event",
      name: `${group.shortName}, meeting ${meeting.number}`,
      startDate: meeting.startsAt,
      ...(meeting.minutes ? { duration: `PT${meeting.minutes}M` } : {}),
      ...(meeting.place === "online"
        ? {
            eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
            location: { "@type": "VirtualLocation", url: `${origin}/${group.slug}` },
          }
        : meeting.place
          ? { location: { "@type": "Place", name: meeting.place } }
          : {}),
      organizer: organisation,
    },
  }
}
