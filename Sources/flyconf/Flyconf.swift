import CommandKit
import DeployModel

/// The whole tool as a function, so that tests and `main` call it alike.
enum Flyconf {
  static let version = "0.1.0"

  static let tree = CommandTree<SharedOptions, Action>(
    root: CommandGroup(
      "flyconf", "Manage the configuration of a Fly.io application as files in git",
      discussion: "Exit codes: `flyconf help exit-codes`. Environment variables: "
        + "`flyconf help environment`.",
      examples: [
        Example("flyconf init --template web", "start a project beside an application"),
        Example("flyconf validate", "find every mistake in the project"),
        Example("flyconf render fly.toml", "write the configuration that Fly.io reads"),
      ],
      sections: CommandList.sections),
    shared: SharedOptions.parameter,
    defaultAction: { try Overview().run(in: $0) })

  /// Runs the tool.
  ///
  /// - Parameter arguments: The words after the tool's name.
  static func run(_ arguments: [String], in context: Context) -> ExitCode {
    var context = context
    do {
      switch try tree.parse(arguments) {
      case .help(let page):
        context.options = tree.sharedOptions(in: arguments) ?? SharedOptions()
        return try HelpText(page).show(in: context)
      case .version:
        context.options = tree.sharedOptions(in: arguments) ?? SharedOptions()
        return try VersionReport().run(in: context)
      case .run(let options, let action):
        context.options = options
        return try OutputFile(context).run(action)
      }
    } catch {
      return FailureReport(context.console, format(in: arguments)).show(error)
    }
  }

  /// The format that arguments ask for, however wrong they are otherwise.
  private static func format(in arguments: [String]) -> OutputFormat {
    if let options = tree.sharedOptions(in: arguments) { return options.format }
    let words = arguments.enumerated().compactMap { index, word -> String? in
      if word == "--format", index + 1 < arguments.count { return arguments[index + 1] }
      return word.hasPrefix("--format=") ? String(word.dropFirst("--format=".count)) : nil
    }
    return words.compactMap(OutputFormat.init(argument:)).first ?? .human
  }
}
