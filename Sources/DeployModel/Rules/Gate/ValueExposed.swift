extension Rule {
  package static let valueExposed = Rule(
    "FC840", "value-exposed", .error,
    "No value in use is known to someone who should not know it",
    rationale: """
      Who has left, or whose keys were stolen, knows what they could read. New keys protect \
      only what is sealed from then on; the value itself has to be another one.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .scanned(
      "credentials.json",
      wrong: "'stripe' (production), last set before 'ben' was removed",
      right: "'stripe' (production), rotated since"),
    .gate)
}
