import Documents

/// The suppressions of one file, by the extent of the entities that carry them.
struct SuppressionList {
  private struct Entry {
    var span: Span
    var reasons: [String: String]
  }

  private var entries: [Entry] = []

  init(_ root: Node?, _ file: ProjectFile) {
    guard let root else { return }
    let entities: [Node] =
      switch file.layout {
      case .object: [root]
      case .list(let key): root[key]?.elements ?? []
      case .lines: root.elements
      }
    entries = entities.compactMap(Self.entry)
  }

  private static func entry(_ entity: Node) -> Entry? {
    guard let list = entity[Suppression.key] else { return nil }
    var reasons: [String: String] = [:]
    for element in list.elements {
      var ignored: [Diagnostic] = []
      let suppression = Suppression.schema.read(element, &ignored)
      guard let rule = suppression.rule.value, let reason = suppression.reason.value,
        !reason.isBlank
      else { continue }
      reasons[rule] = reason
    }
    return reasons.isEmpty ? nil : Entry(span: entity.span, reasons: reasons)
  }

  /// Why a rule's finding at a span is left out, if it is.
  func reason(for rule: Rule, at span: Span) -> String? {
    guard rule.isSuppressible, let entry = entry(around: span) else { return nil }
    return entry.reasons[rule.code.text]
  }

  /// Entities stand one after another, so that halving finds the one around a span.
  private func entry(around span: Span) -> Entry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].span.start <= span.start else { return nil }
    return entries[low]
  }
}

extension String {
  /// Whether there is nothing but white space.
  var isBlank: Bool { allSatisfy { $0.isWhitespace } }
}
