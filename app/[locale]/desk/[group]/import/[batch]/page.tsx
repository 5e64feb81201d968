import type { Metadata } from "next"
import { getProgress } from "@/lib/imports/progress"
import { listQuestions } from "@/lib/imports/questions"
import { findAside, findNext, findProposal, listResults } from "@/lib/imports/results"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { BatchHead } from "./batch-head"
import { PeopleForm } from "./people-form"
import { Progress } from "./progress"
import { askedOf, Results } from "./results"
import { SaveBatchForm } from "./save-batch-form"
import { TakeNumbersForm } from "./take-numbers-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") }
}

export default async function BatchPage({
  params,
  searchParams,
}: {
  params: Promise<{ group: string; batch: string }>
  searchParams: Promise<{ show?: string; page?: string; aside?: string }>
}) {
  const [{ group, batch }, { aside: put, ...said }, actor, locale] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
  ])
  const asked = askedOf(said)
  const progress = await answer(getProgress(actor, group, batch))
  // Before the list, so that no number is taken that the list does not show.
  const shown = await findProposal(batch)
  const results = await answer(listResults(actor, group, batch, asked))
  // Who is who is asked when all files are read.
  const people = progress.waiting === 0 ? await answer(listQuestions(actor, group, batch)) : null
  const [next, asideName] = await Promise.all([findNext(batch), put ? findAside(batch, put) : null])
  const base = localePath(locale, `/desk/${group}/import`)
  const which = { slug: group, batchId: batch }
  return (
    <main id="main" className="page">
      <BatchHead
        {...{ group, batch, progress, next }}
        aside={put && asideName ? { id: put, name: asideName } : null}
      />
      <Progress {...which} address={`${base}/${batch}/progress`} initial={progress} />
      {people ? <PeopleForm batchId={batch} people={people} /> : null}
      <TakeNumbersForm
        {...{ ...which, shown, count: progress.waiting === 0 ? progress.counted : 0 }}
      />
      <Results base={`${base}/${batch}`} {...{ results, progress, asked, group }} />
      {progress.saving === 0 ? (
        <SaveBatchForm
          {...which}
          open={{ files: progress.unsure + progress.ready, unsettled: progress.unsettled }}
          questions={people?.total ?? 0}
        />
      ) : null}
    </main>
  )
}
