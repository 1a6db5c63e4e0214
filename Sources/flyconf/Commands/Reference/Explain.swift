import CommandKit
import DeployModel
import Documents

/// Explains a rule, a field or a key of fly.toml.
struct Explain: Command {
  var subject: String

  static let syntax = CommandSyntax(
    "explain", "Explain a rule, a field or a key of fly.toml",
    examples: [
      Example("flyconf explain FC401", "what the rule wants, why, and examples"),
      Example("flyconf explain HealthCheck.timeout", "what a field holds"),
      Example("flyconf explain http_service.internal_port", "what flyctl reads there"),
      Example("flyconf explain http_service", "a section of fly.toml, and its keys"),
      Example("flyconf explain fly.toml", "every section"),
    ],
    Self.init,
    .argument(
      "SUBJECT", "Code or name of a rule, or the name of a field, of a key or of a section",
      completion: .named("subject"))
  )

  func run(in context: Context) throws -> ExitCode {
    guard let explanation = ExplainedSubject(subject) else {
      throw Failure(
        .usage, "\(Quoted(subject)) is neither a rule nor a field, nor a key of fly.toml",
        help: ExplainedSubject.help(for: subject))
    }
    let isMachine = context.options.format.isMachine
    try context.console.out(
      isMachine ? JSONWriter.document(explanation.node) : explanation.text)
    return .fine
  }
}

extension Rule {
  /// Everything about the rule, for people.
  var explanation: String {
    return """
      \(code) \(name) (\(severity.rawValue))

      \(summary).

      \(TextWrap.wrapped(rationale, to: 80))
      \(suppressionRemark)

      Wrong, in \(example.fileName)\(exampleSurroundings):
      \(example.wrong.indented)

      Right:
      \(example.right.indented)

      Reference: \(reference)

      """
  }
}

extension Rule {
  /// How its findings are left out.
  private var suppressionRemark: String {
    guard isSuppressible else { return "It cannot be left out." }
    if check.leakKinds.contains(.unread) { return "It can be left out with --baseline." }
    guard check.flyToml != nil || !check.flyTomlKinds.isEmpty || findsLeaks else {
      return "It can be left out for one entity with \"flyconf:ignore\" and a reason."
    }
    return """
      It can be left out for one line with a comment in it, or in a line above it that holds \
      nothing else:
      flyconf:ignore \(code) and the reason.
      """
  }

  /// What else the example's project has, or lacks.
  private var exampleSurroundings: String {
    let context = example.context.sorted { $0.key.name < $1.key.name }.map { file, piece in
      ", with \(TextWrap.joined(piece)) in \(file.name)"
    }
    let absent = example.absent.map { ", without \($0.name)" }.sorted()
    return (context + absent).joined()
  }
}

extension String {
  /// Each line two columns further in.
  var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
  }
}
