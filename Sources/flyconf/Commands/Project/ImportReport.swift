import DeployModel
import Documents

/// What an import has done, and what it has left as it is.
struct ImportReport {
  private let takeover: Takeover
  private let layout: ProjectLayout
  private let isDryRun: Bool

  init(_ takeover: Takeover, _ layout: ProjectLayout, isDryRun: Bool) {
    self.takeover = takeover
    self.layout = layout
    self.isDryRun = isDryRun
  }

  func show(in context: Context) throws {
    let paths = takeover.texts.map { context.shown(Path.join(layout.folder, $0.name)) }
    let verb = isDryRun ? "would write" : "wrote"
    try CommandResult(
      node: node(paths), text: paths.map { "\(verb) \($0.visible)\n" }.joined(), notes: notes
    ).show(in: context)
  }

  private var notes: [String] {
    let found = takeover.warnings + takeover.notes
    guard !takeover.texts.isEmpty else { return found + ["nothing has changed"] }
    let left = takeover.taken.compactMap { source, imported in
      imported.unmanaged.isEmpty
        ? nil
        : "note: left as '\(source.path)' has it: "
          + imported.unmanaged.map(\.rawValue).joined(separator: ", ")
    }
    let rendered = takeover.taken.map {
      "next: flyconf render \(ProjectLayout.renderedName(for: $0.source.environment)) --diff"
    }
    return found + left + (isDryRun ? [] : rendered)
  }

  private func node(_ paths: [String]) -> Node {
    let imports = takeover.taken.map { source, imported -> Node in
      .object([
        "file": Node(.string(source.path)),
        "environment": Node(.string(source.environment.rawValue)),
        "unmanaged": Node(.array(imported.unmanaged.map { Node(.string($0.rawValue)) })),
        "secrets": Node(.array(imported.secrets.map { Node(.string($0.name)) })),
      ])
    }
    return .object([
      "format": "flyconf.import/1",
      "written": Node(.bool(!isDryRun && !paths.isEmpty)),
      "files": Node(.array(paths.map { Node(.string($0)) })),
      "imports": Node(.array(imports)),
    ])
  }
}

extension Takeover {
  /// What people must know of what was taken over, before they go on.
  var warnings: [String] {
    taken.flatMap { source, imported in
      imported.secrets.map { name, kind in
        "warning: \(Quoted(name)) in [env] of '\(source.path)' looks like \(kind) and stays in "
          + "\(baseName(for: source.environment)): seal it with `flyconf env set \(name)"
          + (source.environment == .production ? "" : " --env \(source.environment)")
          + "`, remove it there, and replace it at its service, for it is in git"
      }
    }
  }
}
