import CommandKit

/// A step named on the command line.
struct StepChoice: ArgumentValue {
  let name: String

  init?(argument: String) {
    guard CheckStep.all.contains(where: { $0.name == argument }) else { return nil }
    name = argument
  }

  static var choices: [String] { CheckStep.all.map(\.name) }
  var argument: String? { name }
}
