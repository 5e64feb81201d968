// Stands in for the package of that name: tests read server modules outside of Next.
export {}
