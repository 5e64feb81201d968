import type { Metadata } from "next"
import { CoveragePage, coverageMetadata } from "../../../coverage/coverage-page"
import { findShown, type MappingProps } from "../../../find-shown"

export async function generateMetadata(props: MappingProps): Promise<Metadata> {
  return coverageMetadata(await findShown(props))
}

export default async function NumberedCoveragePage(props: MappingProps) {
  return <CoveragePage {...(await findShown(props))} />
}
