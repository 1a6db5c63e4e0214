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
      patches[name].map { patch in
        MergePatch.apply(patch, to: root, fields: file.shape.fields, &diagnostics)
      } ?? root
    }
    return PerEnvironment(
      production: root, staging: merged("staging"), development: merged("development"))
  }

  private static let names = ["staging", "development"]

  private static func unknown(_ member: Node.Member) -> Diagnostic {
    let help =
      member.key == "production"
      ? "production is the object itself: move the fields up"
      : Spelling.help(for: member.key, in: names)
    return Diagnostic(
      .unknownField, "'\(member.key.prefix(60))' is not an environment that a patch can be for",
      help: help, at: member.keySpan)
  }
}
