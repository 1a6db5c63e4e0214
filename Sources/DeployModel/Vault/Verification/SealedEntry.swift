package import Documents

/// An entry of `credentials.json` or `variables.json` as the vault sees it.
///
/// A value that is never altered; a class only because thousands of them are passed around, and a
/// copy would count a reference for each of their parts.
package final class SealedEntry: Sendable {
  package let kind: EntityKind
  /// Its place in the list.
  package let index: Int
  package let node: Node
  /// The UUID in lower case; nothing if there is none that can be read.
  package let id: String?
  package let value: StoredValue
  /// Nothing if a field that decides it cannot be read.
  package let compartment: Compartment?

  package init(_ kind: EntityKind, index: Int, _ node: Node) {
    self.kind = kind
    self.index = index
    self.node = node
    id = node["id"]?.text.flatMap { try? UUIDText.read($0) }.map(UUIDText.write)
    value = StoredValue(node["encrypted_value"]?.text ?? "")
    compartment = Self.compartment(kind, node)
  }

  /// An entry that differs from another in nothing but what it holds.
  init(_ other: SealedEntry, holding value: StoredValue) {
    kind = other.kind
    index = other.index
    id = other.id
    compartment = other.compartment
    self.value = value
    var node = other.node
    node.setMember("encrypted_value", Node(.string(value.text)))
    self.node = node
  }

  private static func compartment(_ kind: EntityKind, _ node: Node) -> Compartment? {
    guard let environment = node["environment"]?.text,
      let environment = EnvironmentName(rawValue: environment),
      let category = node[kind == .credential ? "service_category" : "category"]?.text,
      kind.hasCategory(category)
    else { return nil }
    if kind == .variable { return Compartment(environment, kind, category, .readOnly) }
    guard let level = node["access_level"]?.text.flatMap(AccessLevel.init(rawValue:))
    else { return nil }
    return Compartment(environment, kind, category, level)
  }

  /// The name for people: the service's name, or the variable's key.
  package var name: String? { node[kind == .credential ? "service_name" : "key"]?.text }

  /// How a message calls the entry, such as `'stripe' (production)`.
  package var shownName: String {
    guard let name else { return "the \(kind.rawValue) at \(index)" }
    let environment = node["environment"]?.text.map { " (\($0.visible))" } ?? ""
    return "\(Quoted(name))\(environment)"
  }

  package var digest: Hash256? {
    id.map { EntityDigest.of(node, type: kind.rawValue, id: $0, kind.coveredFields) }
  }

  /// Whether the entry is ordinary text that anyone may edit: a plain variable, or one that has
  /// no value yet.
  var isFree: Bool {
    switch value {
    case .plain: kind == .variable
    case .unset: true
    default: false
    }
  }
}

extension ProjectSnapshot {
  /// The entries of a list file; nothing if the file is there and cannot be read.
  package func sealedEntries(_ kind: EntityKind) -> [SealedEntry]? {
    guard documents.documents[kind.file] != nil else { return [] }
    guard let elements = listNode(kind)?.elements else { return nil }
    return ParallelWork.map(elements) { part in
      zip(part.indices, part).map { SealedEntry(kind, index: $0, $1) }
    }.flatMap(\.self)
  }

  /// The objects of a list file, as far as they can be read.
  func entryNodes(_ kind: EntityKind) -> [Node] { listNode(kind)?.elements ?? [] }

  private func listNode(_ kind: EntityKind) -> Node? {
    guard let list = documents.documents[kind.file]?.roots?.production[kind.listKey],
      case .array = list.value
    else { return nil }
    return list
  }

  /// Whether the list that holds the entries stands more than once in its file.
  func hasDoubledList(_ kind: EntityKind) -> Bool {
    guard let root = documents.documents[kind.file]?.roots?.production else { return false }
    return (documents.diagnostics[kind.file] ?? []).contains { diagnostic in
      diagnostic.kind == .duplicateField && root.path(to: diagnostic.span).steps.count < 2
    }
  }

  /// What is wrong with a list file as JSON although its entries can be read, such as a byte order
  /// mark; nothing if nothing is.
  func syntaxFault(_ kind: EntityKind) -> String? {
    documents.diagnostics[kind.file]?.first { $0.kind == .syntax }?.message
  }

  /// Mistakes of a list file that a covered field may hide behind, with the entry each is in.
  func malformations(_ kind: EntityKind) -> [(index: Int, diagnostic: Diagnostic)] {
    guard let root = documents.documents[kind.file]?.roots?.production else { return [] }
    return documents.distinctDiagnostics(of: kind.file).compactMap { diagnostic in
      guard !Self.harmless.contains(diagnostic.kind), !isOfUncoveredKey(diagnostic, kind)
      else { return nil }
      let steps = root.path(to: diagnostic.span).steps
      guard steps.count >= 2, case .index(let index) = steps[1] else { return nil }
      if steps.count > 2, case .key(let key) = steps[2], EntityDigest.uncovered.contains(key) {
        return nil
      }
      return (index, diagnostic)
    }
  }

  /// Whether a doubled field is one that anyone may edit; the first of the two is in no node.
  private func isOfUncoveredKey(_ diagnostic: Diagnostic, _ kind: EntityKind) -> Bool {
    guard diagnostic.kind == .duplicateField, let source = documents.documents[kind.file]?.source
    else { return false }
    return EntityDigest.uncovered.contains(
      String(source.text(of: diagnostic.span).dropFirst().dropLast()))
  }

  /// A covered field that is missing makes the digest another one.
  private static let harmless: Set<Diagnostic.Kind> = [
    .missingField, .missingGeneratedField, .invalidSuppression, .unusedSuppression,
  ]
}
