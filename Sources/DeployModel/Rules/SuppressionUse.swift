import Documents

/// Which suppressions of a file leave something out.
struct SuppressionUse {
  private let list: SuppressionList
  private var used: Set<Int> = []

  init(_ list: SuppressionList) { self.list = list }

  /// Why a rule's finding at a span is left out, if it is.
  mutating func reason(for rule: Rule, at span: Span) -> String? {
    guard let index = list.index(of: rule, at: span) else { return nil }
    used.insert(index)
    return list.entries[index].reason
  }

  /// The suppressions that left nothing out, among those for which this can be said.
  func unused(where isJudged: (Rule) -> Bool) -> [Diagnostic] {
    list.entries.indices.filter { !used.contains($0) && isJudged(list.entries[$0].rule) }
      .map { index in
        let entry = list.entries[index]
        return SuppressionFault.unused(entry.rule).diagnostic(at: entry.span)
      }
  }
}
