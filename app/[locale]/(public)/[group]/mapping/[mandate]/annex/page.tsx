import type { Metadata } from "next"
import { findShown, type MappingProps } from "../find-shown"
import { AnnexPage, annexMetadata } from "./annex-page"

export async function generateMetadata(props: MappingProps): Promise<Metadata> {
  return annexMetadata(await findShown(props))
}

export default async function NewestAnnexPage(props: MappingProps) {
  return <AnnexPage {...(await findShown(props))} />
}
