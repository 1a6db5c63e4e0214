import Documents

/// What is wrong with a suppression, whether a field of an entity or a comment holds it.
struct SuppressionFault: Error, Hashable {
  let kind: Diagnostic.Kind
  let message: String
  let help: String

  func diagnostic(at span: Span) -> Diagnostic {
    Diagnostic(kind, message, help: help, at: span)
  }

  /// The rule that reports it.
  var rule: Rule {
    kind == .unusedSuppression ? .unusedSuppression : .invalidSuppression
  }
}

extension SuppressionFault {
  static let withoutRule = Self(
    kind: .invalidSuppression, message: "the suppression names no rule",
    help: "write the code of the rule, and why it does not apply here")

  static let blankReason = Self(
    kind: .invalidSuppression,
    message: "the reason is empty, expected why the rule does not apply here",
    help: "say it to whoever reads this in a year")

  static func unknownRule(_ code: String) -> Self {
    let named = Rule.all.first { $0.name == code }?.code.text
    let nearest = Spelling.nearest(to: code, in: Rule.all.map(\.code.text))
    return Self(
      kind: .invalidSuppression, message: "there is no rule \(Quoted(code))",
      help: named.map { "write its code, '\($0)'" } ?? nearest.map { "did you mean '\($0)'?" }
        ?? "`flyconf rules` lists the codes")
  }

  static func protected(_ rule: Rule, _ protection: Rule.Protection) -> Self {
    let why =
      switch protection {
      case .platform where rule.isAboutSuppressions:
        "a suppression that is wrong leaves nothing out"
      case .platform: "what it finds keeps the file from being used"
      case .secret: "it guards a secret"
      }
    return Self(
      kind: .invalidSuppression,
      message: "\(rule.code) (\(rule.name)) cannot be left out: \(why)",
      help: "remove the suppression, and mend what the rule finds")
  }

  static func unused(_ rule: Rule) -> Self {
    Self(
      kind: .unusedSuppression, message: "\(rule.code) (\(rule.name)) finds nothing here",
      help: "remove the suppression")
  }
}

extension Rule {
  /// Whether the rule is about suppressions, which stand in files of every kind.
  package var isAboutSuppressions: Bool {
    check.readingKinds.contains(.invalidSuppression)
      || check.readingKinds.contains(.unusedSuppression)
  }
}

extension Suppression {
  /// The rule with a code, if its findings can be left out.
  static func rule(coded code: String) throws(SuppressionFault) -> Rule {
    guard let rule = Rule.coded(code) else { throw .unknownRule(code) }
    if let protection = rule.protection { throw .protected(rule, protection) }
    return rule
  }

  /// The reason, if it says anything.
  static func reason(_ text: String) throws(SuppressionFault) -> String {
    if text.isBlank { throw .blankReason }
    return text
  }
}
