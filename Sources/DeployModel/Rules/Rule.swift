/// A check on a project, and everything that people may want to know about it.
///
/// A rule is one value in one file, listed in `RuleList.swift`. `flyconf explain`, the tables of
/// the documentation and the rule's own tests are made from it.
public struct Rule: Sendable {
  /// The stable name of a rule in machine output, such as `FC401`. Codes are never reused.
  public struct Code: Hashable, Comparable, Sendable, CustomStringConvertible,
    ExpressibleByStringLiteral
  {
    public let text: String
    public init(_ text: String) { self.text = text }
    public init(stringLiteral text: String) { self.text = text }
    public var description: String { text }
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
  }

  /// Why a rule's findings cannot be left out with `flyconf:ignore`.
  public enum Protection: String, Sendable {
    /// The platform, or every reader of the file, would refuse what the rule finds.
    case platform
    /// The rule guards a secret.
    case secret
  }

  /// How sure it is that what a rule finds is a fault.
  public enum Precision: String, Sendable {
    /// What it finds is always one.
    case certain = "very-high"
    /// It recognizes a form that hardly anything else has.
    case byForm = "high"
    /// It judges by a name, or by how random a text looks.
    case byLikeness = "medium"
  }

  public var code: Code { content.code }
  /// The fault in words, such as `timeout-not-below-interval`.
  public var name: String { content.name }
  public var severity: Severity { content.severity }
  public var precision: Precision { content.precision }
  /// One line without a full stop.
  public var summary: String { content.summary }
  /// Why the rule is worth having.
  public var rationale: String { content.rationale }
  /// The section or URL the rule comes from.
  public var reference: String { content.reference }
  /// Why findings cannot be suppressed; nothing if they can.
  public var protection: Protection? { content.protection }
  package var example: RuleExample { content.example }
  package var check: RuleCheck { content.check }

  private let content: Content

  /// What a rule consists of, in one place: rules are copied into thousands of findings, and in
  /// every selection of rules.
  private final class Content: Sendable {
    let code: Code
    let name: String
    let severity: Severity
    let precision: Precision
    let summary: String
    let rationale: String
    let reference: String
    let protection: Protection?
    let example: RuleExample
    let check: RuleCheck

    init(
      _ code: Code, _ name: String, _ severity: Severity, _ precision: Precision,
      _ summary: String, _ rationale: String, _ reference: String, _ protection: Protection?,
      _ example: RuleExample, _ check: RuleCheck
    ) {
      self.code = code
      self.name = name
      self.severity = severity
      self.precision = precision
      self.summary = summary
      self.rationale = rationale
      self.reference = reference
      self.protection = protection
      self.example = example
      self.check = check
    }
  }

  package init(
    _ code: Code, _ name: String, _ severity: Severity, _ summary: String,
    rationale: String, reference: String, protects protection: Protection? = nil,
    precision: Precision = .certain, example: RuleExample, _ check: RuleCheck
  ) {
    content = Content(
      code, name, severity, precision, summary, rationale, reference, protection, example, check)
  }

  /// Whether findings can be left out with `flyconf:ignore` and a reason.
  public var isSuppressible: Bool { protection == nil }
}
