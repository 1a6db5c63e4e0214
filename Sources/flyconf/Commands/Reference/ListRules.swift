import CommandKit
import DeployModel
import Documents

/// Lists every rule.
struct ListRules: Command {
  static let syntax = CommandSyntax(
    "rules", "List every rule with its code, severity and summary",
    examples: [Example("flyconf rules --format json", "the list for programs")],
    { ListRules() }
  )

  func run(in context: Context) throws -> ExitCode {
    let text =
      context.options.format.isMachine
      ? JSONWriter.document(
        .object([
          "format": "flyconf.rules/1", "rules": Node(.array(Rule.all.map(\.node))),
        ]))
      : TextTable(
        Rule.all.map { [$0.code.text, $0.severity.rawValue, $0.name, $0.summary] }
      ).text
    try context.console.out(text)
    return .fine
  }
}

extension Rule {
  /// The rule with its documented, stable keys.
  var node: Node {
    .object([
      "code": Node(.string(code.text)),
      "rule": Node(.string(name)),
      "severity": Node(.string(severity.rawValue)),
      "summary": Node(.string(summary)),
      "rationale": Node(.string(rationale)),
      "reference": Node(.string(reference)),
      "suppressible": Node(.bool(isSuppressible)),
      "example": .object([
        "file": Node(.string(example.fileName)),
        "wrong": Node(.string(example.wrong)),
        "right": Node(.string(example.right)),
      ]),
    ])
  }
}
