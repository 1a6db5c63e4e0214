package import Documents

/// An entity as it is in one environment: every field that has a value there.
package struct EffectiveEntity: Sendable {
  /// Where a value comes from.
  package enum Origin: Sendable {
    case file(String, line: Int)
    case standard

    package var text: String {
      switch self {
      case .file(let name, let line): "\(name):\(line)"
      case .standard: "default"
      }
    }
  }

  package struct Value: Sendable {
    package var key: String
    package var node: Node
    package var origin: Origin

    /// Whether the entity says of itself that it holds no secret.
    var isOpen = false

    package init(key: String, node: Node, origin: Origin, isOpen: Bool = false) {
      self.key = key
      self.node = node
      self.origin = origin
      self.isOpen = isOpen
    }

    /// The value as people see it: of a secret only its form.
    package var shown: String { redacted ?? node.text ?? JSONWriter.line(node) }

    /// The value as programs see it, with the same left out.
    package var shownNode: Node { redacted.map { Node(.string($0)) } ?? node }

    /// What stands for the value where it may be a secret.
    private var redacted: String? {
      guard key == "encrypted_value" else {
        return node.text.flatMap { SecretShape.find(in: $0) == nil ? nil : "<redacted>" }
      }
      guard let text = node.text else { return "<redacted>" }
      switch StoredValue(text) {
      case .plain(let value) where isOpen && SecretShape.find(in: value) == nil: return nil
      case let value: return value.description
      }
    }
  }

  package var values: [Value]
}

extension ProjectSnapshot {
  /// The entities of a file in an environment, with patches applied and defaults filled in.
  ///
  /// - Returns: Nothing if the file is absent or cannot be read.
  package func effectiveValues(
    of file: ProjectFile, in environment: EnvironmentName
  ) -> [EffectiveEntity]? {
    guard let source = source(of: file) else { return nil }
    let lines = LineIndex(source)
    return entities(of: file, in: environment)?.map { node in
      EffectiveEntity(values: values(node, file, source.name, lines))
    }
  }

  /// How many entities a file holds for an environment; nothing if it is absent or unreadable.
  package func entityCount(of file: ProjectFile, in environment: EnvironmentName) -> Int? {
    entities(of: file, in: environment)?.count
  }

  private func entities(of file: ProjectFile, in environment: EnvironmentName) -> [Node]? {
    guard let root = documents.documents[file]?.roots?[environment] else { return nil }
    return file.entities(in: root).filter { $0.isMeant(for: environment) }
  }

  private func values(
    _ node: Node, _ file: ProjectFile, _ name: String, _ lines: LineIndex
  ) -> [EffectiveEntity.Value] {
    let isOpen = node["is_secret"]?.isEqual(to: false) ?? false
    return file.shape.fields.compactMap { field in
      if case .annotation = field.presence { return nil }
      if let value = node[field.key] {
        let line = lines.location(of: Int(value.span.start)).line
        return EffectiveEntity.Value(
          key: field.key, node: value, origin: .file(name, line: line), isOpen: isOpen)
      }
      guard case .defaulted(let standard) = field.presence else { return nil }
      return EffectiveEntity.Value(key: field.key, node: standard, origin: .standard)
    }
  }
}

extension ProjectFile {
  /// The entities of a file, in the order in which they stand.
  package func entities(in root: Node) -> [Node] {
    switch layout {
    case .object: [root]
    case .list(let key): root[key]?.elements ?? []
    case .lines: root.elements
    }
  }
}

extension Node {
  /// Whether an entity belongs to an environment; one that names none belongs to all.
  fileprivate func isMeant(for environment: EnvironmentName) -> Bool {
    if let name = self["environment"]?.text { return name == environment.rawValue }
    guard case .array(let names) = self["environments"]?.value else { return true }
    return names.contains { $0.text == environment.rawValue }
  }
}
