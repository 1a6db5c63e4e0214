import DeployModel
import Documents

/// What an import has done, and what it has left as it is.
struct ImportReport {
  private let imported: FlyImport
  private let environment: EnvironmentName
  private let names: [String]
  private let layout: ProjectLayout
  private let isDryRun: Bool

  init(
    _ imported: FlyImport, _ environment: EnvironmentName, names: [String],
    _ layout: ProjectLayout, isDryRun: Bool
  ) {
    self.imported = imported
    self.environment = environment
    self.names = names
    self.layout = layout
    self.isDryRun = isDryRun
  }

  func show(in context: Context) throws {
    let paths = names.map { context.shown(Path.join(layout.folder, $0)) }
    let verb = isDryRun ? "would write" : "wrote"
    try CommandResult(
      node: node(paths), text: paths.map { "\(verb) \($0.visible)\n" }.joined(), notes: notes
    ).show(in: context)
  }

  /// The file that holds the rest: another environment has one only if its rest is another.
  private var base: String {
    let own = BaseFiles.name(for: environment)
    return names.contains(own) ? own : BaseFiles.name(for: .production)
  }

  private var notes: [String] {
    let unmanaged = imported.unmanaged.map(\.rawValue)
    let left =
      unmanaged.isEmpty
      ? [] : ["note: left as the file has it: \(unmanaged.joined(separator: ", "))"]
    guard !names.isEmpty else {
      return imported.warnings(in: base) + ["nothing has changed"]
    }
    let rendered = ProjectLayout.renderedName(for: environment)
    return imported.warnings(in: base) + left
      + (isDryRun ? [] : ["next: flyconf render \(rendered) --diff"])
  }

  private func node(_ paths: [String]) -> Node {
    .object([
      "format": "flyconf.import/1", "environment": Node(.string(environment.rawValue)),
      "written": Node(.bool(!isDryRun && !names.isEmpty)),
      "files": Node(.array(paths.map { Node(.string($0)) })),
      "unmanaged": Node(.array(imported.unmanaged.map { Node(.string($0.rawValue)) })),
      "secrets": Node(.array(imported.secrets.map { Node(.string($0.name)) })),
    ])
  }
}

extension FlyImport {
  /// What people must know of what was taken over, before they go on.
  ///
  /// - Parameter base: The file that holds the rest.
  func warnings(in base: String) -> [String] {
    secrets.map { name, kind in
      "warning: \(Quoted(name)) in [env] looks like \(kind) and stays in "
        + "\(base): seal it with `flyconf env set \(name)`, remove it "
        + "there, and replace it at its service, for it is in git"
    }
  }
}
