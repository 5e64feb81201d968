import type { Metadata } from "next"
import { findShown, type MappingProps } from "../find-shown"
import { CoveragePage, coverageMetadata } from "./coverage-page"

export async function generateMetadata(props: MappingProps): Promise<Metadata> {
  return coverageMetadata(await findShown(props))
}

export default async function NewestCoveragePage(props: MappingProps) {
  return <CoveragePage {...(await findShown(props))} />
}
