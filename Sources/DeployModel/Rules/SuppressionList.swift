import Documents

extension Diagnostic.Kind {
  static let invalidSuppression = Self(rawValue: "invalid-suppression")
  static let unusedSuppression = Self(rawValue: "unused-suppression")
}

/// The suppressions of one file that can have an effect, in the order in which they stand.
struct SuppressionList: Sendable {
  struct Entry: Sendable {
    let rule: Rule
    let reason: String
    /// Where the rule is named.
    let span: Span
    /// The extent of the entity that carries the suppression.
    let entity: Span
  }

  private(set) var entries: [Entry] = []

  /// Reads the suppressions of every entity in a file, and reports what is wrong with them.
  init(_ root: Node, _ file: ProjectFile, _ diagnostics: inout [Diagnostic]) {
    for entity in file.entities(in: root) {
      guard let list = entity[Suppression.key] else { continue }
      read(list, of: entity, &diagnostics)
    }
  }

  private mutating func read(_ list: Node, of entity: Node, _ diagnostics: inout [Diagnostic]) {
    guard case .array(let elements) = list.value else {
      diagnostics.append(.wrongType(expected: "an array", found: list))
      return
    }
    for element in elements {
      let suppression = Suppression.schema.read(element, &diagnostics)
      let rule = rule(suppression, element, &diagnostics)
      let reason = reason(suppression, element, &diagnostics)
      guard let rule, let reason, let span = element["rule"]?.span else { continue }
      entries.append(Entry(rule: rule, reason: reason, span: span, entity: entity.span))
    }
  }

  private func rule(
    _ suppression: Suppression, _ element: Node, _ diagnostics: inout [Diagnostic]
  ) -> Rule? {
    guard let code = suppression.rule.value, let span = element["rule"]?.span else { return nil }
    do throws(SuppressionFault) {
      return try Suppression.rule(coded: code)
    } catch {
      diagnostics.append(error.diagnostic(at: span))
      return nil
    }
  }

  private func reason(
    _ suppression: Suppression, _ element: Node, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    guard let reason = suppression.reason.value, let span = element["reason"]?.span
    else { return nil }
    do throws(SuppressionFault) {
      return try Suppression.reason(reason)
    } catch {
      diagnostics.append(error.diagnostic(at: span))
      return nil
    }
  }

  /// The suppression of a rule's finding at a span, if there is one.
  func index(of rule: Rule, at span: Span) -> Int? {
    var index = firstIndex(after: span.start)
    while index < entries.count, entries[index].entity.start <= span.start {
      if entries[index].rule.code == rule.code { return index }
      index += 1
    }
    return nil
  }

  /// Entities stand one after another, so that halving finds the first that ends behind a place.
  private func firstIndex(after offset: UInt32) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].entity.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension String {
  /// Whether there is nothing but white space and characters that nobody sees.
  var isBlank: Bool {
    unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        || properties.generalCategory == .format
    }
  }
}
