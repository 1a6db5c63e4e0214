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

  public var code: Code
  /// The fault in words, such as `timeout-not-below-interval`.
  public var name: String
  public var severity: Severity
  /// One line without a full stop.
  public var summary: String
  /// Why the rule is worth having.
  public var rationale: String
  /// The section or URL the rule comes from.
  public var reference: String
  /// Why findings cannot be suppressed; nothing if they can.
  public var protection: Protection?
  package var example: RuleExample
  package var check: RuleCheck

  package init(
    _ code: Code, _ name: String, _ severity: Severity, _ summary: String,
    rationale: String, reference: String, protects protection: Protection? = nil,
    example: RuleExample, _ check: RuleCheck
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.reference = reference
    self.protection = protection
    self.example = example
    self.check = check
  }

  /// Whether findings can be left out with `flyconf:ignore` and a reason.
  public var isSuppressible: Bool { protection == nil }
}
