import Documents
package import FoundationEssentials

extension ProjectSnapshot {
  /// The files in which fields are missing that commands fill in, with these, and the bases with
  /// what needs no decision mended; each by its name in the project's folder.
  ///
  /// Findings that the project leaves out are left alone.
  ///
  /// - Parameters:
  ///   - now: The time that is filled in where no other is known.
  ///   - makeID: Gives an id that nothing else has.
  package func mended(
    at now: Timestamp, _ rules: [Rule], makeID: () -> UUID
  ) -> [(name: String, mended: MendedFile)] {
    filled(at: now, rules, makeID) + mendedBases(FlyTomlRules(rules))
  }

  private func mendedBases(_ rules: FlyTomlRules) -> [(name: String, mended: MendedFile)] {
    EnvironmentName.allCases.compactMap { environment in
      bases.files[environment]?.mendedPart(rules).map { (BaseFiles.name(for: environment), $0) }
    }
  }

  private func filled(
    at now: Timestamp, _ rules: [Rule], _ makeID: () -> UUID
  ) -> [(name: String, mended: MendedFile)] {
    var fillings: [String: [(field: String, entry: FieldPath)]] = [:]
    for finding in validate(at: now, rules) where !finding.isSuppressed {
      guard case .filling(let field, let entry)? = finding.fix?.change else { continue }
      fillings[finding.place.file, default: []].append((field, entry))
    }
    return ProjectFile.all.compactMap { file in
      guard let source = source(of: file), let fillings = fillings[source.name],
        let text = Self.text(of: source, file, with: fillings, now, makeID)
      else { return nil }
      return (file.name, MendedFile(source, text, count: fillings.count, isFlyToml: false))
    }
  }

  private static func text(
    of source: SourceText, _ file: ProjectFile,
    with fillings: [(field: String, entry: FieldPath)], _ now: Timestamp, _ makeID: () -> UUID
  ) -> String? {
    var found: [Diagnostic] = []
    guard let root = JSONReader.read(source, &found), found.isEmpty else { return nil }
    var editor = JSONEditor(source, root)
    let order = file.shape.fields.map(\.key)
    for (field, entry) in fillings {
      guard let node = entry.node(in: root) else { continue }
      let text =
        field == "id" ? UUIDText.write(makeID()) : "\(time(for: field, of: node, now))"
      editor.set(field, to: Node(.string(text)), in: entry, order: order)
    }
    return editor.text
  }

  /// Now, unless an entry would then have been changed before it was made.
  private static func time(for field: String, of node: Node, _ now: Timestamp) -> Timestamp {
    let isCreation = field == "created_at"
    let other = node[isCreation ? "updated_at" : "created_at"]?.text
    guard let other = other.flatMap({ try? Timestamp($0) }) else { return now }
    return isCreation == (other.seconds(since: now) < 0) ? other : now
  }
}
