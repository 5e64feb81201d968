import type { Metadata } from "next"
import { EditionPage, editionMetadata } from "../../edition-page"
import { findShown, type MappingProps } from "../../find-shown"

export async function generateMetadata(props: MappingProps): Promise<Metadata> {
  return editionMetadata(await findShown(props))
}

export default async function NumberedEditionPage(props: MappingProps) {
  return <EditionPage {...(await findShown(props))} />
}
