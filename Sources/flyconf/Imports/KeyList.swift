import CommandKit
import DeployModel

/// Names of variables on the command line, with commas between them.
struct KeyList: ArgumentValue {
  var keys: [String]

  init(_ keys: [String]) { self.keys = keys }

  init?(argument: String) {
    keys = argument.split(separator: ",").map(String.init)
    guard !keys.isEmpty, keys.allSatisfy({ (try? VariableKey($0)) != nil }) else { return nil }
  }

  static var expectation: String? { "names of variables such as PORT,LOG_LEVEL" }
}

extension Parameter where Value == [String] {
  /// An option that names variables, and may be written more than once.
  static func keys(_ name: String, _ summary: String) -> Self {
    let lists: Parameter<[KeyList]> = .option(
      name, placeholder: "KEY,...", summary, completion: .named("variable"))
    return lists.map { lists throws(UsageError) in lists.flatMap(\.keys) }
  }
}
