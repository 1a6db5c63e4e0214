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

    /// Whether the value itself is kept from being shown.
    package var isSecret: Bool { key == "encrypted_value" }

    /// The value as people see it; of sealed values only their form.
    package var shown: String {
      guard isSecret else { return node.text ?? JSONWriter.line(node) }
      guard let text = node.text else { return "<redacted>" }
      switch StoredValue(text) {
      case .plain(let value) where SecretShape.find(in: value) == nil: return text
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
    guard let document = documents.documents[file], let root = document.roots?[environment] else {
      return nil
    }
    let lines = LineIndex(document.source)
    return file.entities(in: root).filter { $0.isMeant(for: environment) }.map { node in
      EffectiveEntity(values: values(node, file, document.source.name, lines))
    }
  }

  private func values(
    _ node: Node, _ file: ProjectFile, _ name: String, _ lines: LineIndex
  ) -> [EffectiveEntity.Value] {
    file.shape.fields.compactMap { field in
      if case .annotation = field.presence { return nil }
      if let value = node[field.key] {
        let line = lines.location(of: Int(value.span.start)).line
        return EffectiveEntity.Value(
          key: field.key, node: value, origin: .file(name, line: line))
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
