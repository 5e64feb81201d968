import type { Metadata } from "next"
import { AnnexPage, annexMetadata } from "../../../annex/annex-page"
import { findShown, type MappingProps } from "../../../find-shown"

export async function generateMetadata(props: MappingProps): Promise<Metadata> {
  return annexMetadata(await findShown(props))
}

export default async function NumberedAnnexPage(props: MappingProps) {
  return <AnnexPage {...(await findShown(props))} />
}
