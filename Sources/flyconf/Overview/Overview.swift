import CommandKit
import DeployModel
import Documents

/// What bare `flyconf` prints: the project's state on one screen, and the next command.
struct Overview {
  func run(in context: Context) throws -> ExitCode {
    try context.options.format.refuseFindings(of: "the overview")
    guard let layout = try context.layout() else { return try showAbsence(in: context) }
    let subject = try OverviewSubject(layout, in: context)
    if context.options.format.isMachine {
      try context.console.out(JSONWriter.document(subject.node))
    } else {
      try context.console.out(subject.text)
    }
    return .fine
  }

  /// Without a project there is only the way to one.
  private func showAbsence(in context: Context) throws -> ExitCode {
    guard !context.options.format.isMachine else {
      try context.console.out(
        JSONWriter.document(
          .object([
            "format": "flyconf.overview/1", "app": Node(.null), "next": "flyconf init",
          ])))
      return .fine
    }
    try context.console.out(try Flyconf.tree.help(for: []))
    context.console.note("no project here: `flyconf init` makes one")
    return .fine
  }
}

extension OverviewSubject {
  /// The screen: a head, and the sections below each other, each line within its width.
  fileprivate var text: String {
    let head = "\(app) in \(folder)"
    let lines = OverviewSection.all.flatMap { section in
      section.lines(self).enumerated().map { index, line in
        let title = index == 0 ? section.title : ""
        return title + String(repeating: " ", count: OverviewSection.indentation - title.count)
          + ScreenLine.clipped(line, to: ScreenLine.width - OverviewSection.indentation)
      }
    }
    return ([style.bold(ScreenLine.clipped(head, to: ScreenLine.width))] + lines)
      .map { $0 + "\n" }.joined()
  }

  fileprivate var node: Node {
    Node(
      .object(
        [
          .init("format", "flyconf.overview/1"), .init("app", app), .init("folder", folder),
        ] + OverviewSection.all.flatMap { $0.members(self) }))
  }
}
