import CommandKit
import DeployModel
import Documents

/// Explains a rule or a field.
struct Explain: Command {
  var subject: String

  static let syntax = CommandSyntax(
    "explain", "Explain a rule or a field",
    examples: [
      Example("flyconf explain FC401", "what the rule wants, why, and examples"),
      Example("flyconf explain HealthCheck.timeout", "what a field holds"),
    ],
    Self.init,
    .argument(
      "SUBJECT", "Code or name of a rule, or the name of a field", completion: .named("subject"))
  )

  func run(in context: Context) throws -> ExitCode {
    if let rule = Rule.named(subject) {
      let isMachine = context.options.format.isMachine
      try context.console.out(
        isMachine ? JSONWriter.document(Self.node(of: rule)) : rule.explanation)
      return .fine
    }
    let fields = DocumentedField.all.filter { $0.isNamed(subject) }
    guard !fields.isEmpty else { throw unknown }
    let isMachine = context.options.format.isMachine
    try context.console.out(
      isMachine
        ? JSONWriter.document(
          .object([
            "format": "flyconf.explain/1", "fields": Node(.array(fields.map(\.node))),
          ]))
        : fields.map(\.explanation).joined(separator: "\n"))
    return .fine
  }

  private static func node(of rule: Rule) -> Node {
    .object(["format": "flyconf.explain/1", "rules": [rule.node]])
  }

  private var unknown: Failure {
    let known =
      Rule.all.map(\.code.text) + Rule.all.map(\.name)
      + DocumentedField.all.map(\.description.key)
    let nearest = Spelling.nearest(to: subject, in: known)
    return Failure(
      .usage, "'\(subject)' is neither a rule nor a field",
      help: nearest.map { "did you mean '\($0)'?" } ?? "`flyconf rules` lists the rules")
  }
}

extension Rule {
  /// Everything about the rule, for people.
  var explanation: String {
    let remark =
      isSuppressible
      ? "It can be left out for one entity with \"flyconf:ignore\" and a reason."
      : "It cannot be left out."
    return """
      \(code) \(name) (\(severity.rawValue))

      \(summary).

      \(TextWrap.wrapped(rationale, to: 80))
      \(remark)

      Wrong, in \(example.fileName)\(exampleSurroundings):
      \(example.wrong.indented)

      Right:
      \(example.right.indented)

      Reference: \(reference)

      """
  }
}

extension Rule {
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
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
  }
}
