import Documents

/// Applies the merge patches under `environments` to the object that carries them.
enum EnvironmentPatches {
  /// The object in each environment; production is the object itself.
  static func apply(
    to root: Node, _ file: ProjectFile, _ diagnostics: inout [Diagnostic]
  ) -> PerEnvironment<Node> {
    guard let patches = root[FieldDescription.environments.key] else {
      return PerEnvironment(same: root)
    }
    guard case .object(let members) = patches.value else {
      diagnostics.append(.wrongType(expected: "an object", found: patches))
      return PerEnvironment(same: root)
    }
    for member in members where !names.contains(member.key) {
      diagnostics.append(unknown(member))
    }
    func merged(_ name: String) -> Node {
      patches[name].map { apply($0, to: root, file, &diagnostics) } ?? root
    }
    return PerEnvironment(
      production: root, staging: merged("staging"), development: merged("development"))
  }

  private static func apply(
    _ patch: Node, to root: Node, _ file: ProjectFile, _ diagnostics: inout [Diagnostic]
  ) -> Node {
    let patch = withoutAnnotations(patch, file, &diagnostics)
    // What the environment leaves unmanaged it may remove.
    var ignored: [Diagnostic] = []
    let excused = file.excusedFields(MergePatch.apply(patch, to: root, fields: [], &ignored))
    let fields = file.shape.fields.filter { !excused.contains($0.key) }
    return MergePatch.apply(patch, to: root, fields: fields, &diagnostics)
  }

  /// A patch without the members that only the object itself can have, after reporting them.
  private static func withoutAnnotations(
    _ patch: Node, _ file: ProjectFile, _ diagnostics: inout [Diagnostic]
  ) -> Node {
    guard case .object(let members) = patch.value else { return patch }
    let annotations = file.shape.fields.filter { field in
      if case .annotation = field.presence { true } else { false }
    }
    let misplaced = members.filter { member in annotations.contains { $0.key == member.key } }
    if misplaced.isEmpty { return patch }
    diagnostics += misplaced.map { member in
      Diagnostic(
        .unknownField, "'\(member.key)' has no effect inside a patch",
        help: "move it up, to the object itself", at: member.keySpan)
    }
    let allowed = members.filter { member in !annotations.contains { $0.key == member.key } }
    return Node(.object(allowed), span: patch.span)
  }

  private static let names = ["staging", "development"]

  private static func unknown(_ member: Node.Member) -> Diagnostic {
    let help =
      member.key == "production"
      ? "production is the object itself: move the fields up"
      : Spelling.help(for: member.key, in: names)
    return Diagnostic(
      .unknownField, "\(Quoted(member.key)) is not an environment that a patch can be for",
      help: help, at: member.keySpan)
  }
}
