import CommandKit
import DeployModel

/// A rule named on the command line, by its code or its name.
struct RuleChoice: ArgumentValue {
  var rule: Rule

  init?(argument: String) {
    guard let rule = Rule.named(argument) else { return nil }
    self.rule = rule
  }

  static var expectation: String? { "a code that `flyconf rules` lists" }
}
