import CommandKit
import DeployModel
import Documents

/// What bare `flyconf` prints: the project's state on one screen, and the next command.
struct Overview {
  func run(in context: Context) throws -> ExitCode {
    guard let layout = try context.layout() else {
      return try showAbsence(in: context)
    }
    let snapshot = try context.openVerified()
    var report = try FindingsReport(context, rules: Rule.validated)
    report.add(
      .project(snapshot, layout), snapshot.validate(at: try context.now()))
    let overview = State(snapshot, report, context.shown(layout.folder))
    try context.console.out(
      context.options.format.isMachine ? JSONWriter.document(overview.node) : overview.text)
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

  /// The project's state as data.
  private struct State {
    var app: String
    var folder: String
    var environments: [(EnvironmentName, variables: Int, credentials: Int)]
    var report: FindingsReport

    init(_ snapshot: ProjectSnapshot, _ report: FindingsReport, _ folder: String) {
      let project = snapshot.project
      let name = (project.deployment.value ?? nil)?.production.appName.value ?? "unnamed"
      app = (try? AppName(name)) == nil ? "unnamed" : name
      self.folder = folder
      self.report = report
      environments = EnvironmentName.allCases.map { environment in
        let variables = project.variables.value ?? []
        let credentials = project.credentials.value ?? []
        return (
          environment, variables.count { $0.environment.value == environment },
          credentials.count { $0.environment.value == environment }
        )
      }
    }

    var text: String {
      var rows = [["project", "\(app) in \(folder)"]]
      for (environment, variables, credentials) in environments {
        rows.append([
          environment.rawValue,
          "\(variables) variable\(variables == 1 ? "" : "s"), "
            + "\(credentials) credential\(credentials == 1 ? "" : "s")",
        ])
      }
      rows.append(["findings", findings])
      rows.append(["next", next])
      return TextTable(rows).text
    }

    private var findings: String {
      let counts = Severity.allCases.reversed().map { severity in
        let count = report.count(severity)
        return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
      }
      return counts.joined(separator: ", ")
    }

    private var next: String {
      report.count(.error) + report.count(.warning) > 0
        ? "flyconf validate" : "flyconf render fly.toml"
    }

    var node: Node {
      let states = environments.map { environment, variables, credentials -> Node in
        .object([
          "environment": Node(.string(environment.rawValue)),
          "variables": Node(integerLiteral: variables),
          "credentials": Node(integerLiteral: credentials),
        ])
      }
      return .object([
        "format": "flyconf.overview/1",
        "app": Node(.string(app)),
        "folder": Node(.string(folder)),
        "environments": Node(.array(states)),
        "summary": report.summaryNode,
        "next": Node(.string(next)),
      ])
    }
  }
}
