/// Where the words come from that a shell offers for a value.
package enum ValueCompletion: Sendable, Equatable {
  /// Nothing can be offered.
  case none
  /// The fixed choices of the value's type.
  case choices
  /// Paths of files, which the shell knows best.
  case file
  /// Paths of directories, which the shell knows best.
  case directory
  /// Names that only the program knows at that moment, such as those of environments.
  case named(String)
  /// The words of a command of the same tree, for a command like `help`.
  case command
}

/// What parsing, help and completion need to know about one parameter.
package struct ParameterDescription: Sendable, Equatable {
  /// How a parameter is written.
  package enum Kind: Sendable, Equatable { case argument, option, flag }

  /// Whether it is an argument, an option with a value, or a flag.
  package var kind: Kind
  /// The names it is written with, the long one first; empty for an argument.
  package var names: [String]
  /// What stands for the value in usage lines, such as `NAME`; empty for a flag.
  package var placeholder: String
  /// One line without a full stop that says what it is for.
  package var summary: String
  /// The words it takes, when the set is closed.
  package var choices: [String]
  /// Whether a command cannot be read without it.
  package var isRequired: Bool
  /// Whether it takes any number of values.
  package var isRepeating: Bool
  /// The value it has when it is left out, if that is worth showing.
  package var defaultText: String?
  /// Where a shell finds words for its value.
  package var completion: ValueCompletion

  /// Describes a parameter; without `completion` the choices are what is offered.
  package init(
    kind: Kind, names: [String] = [], placeholder: String = "", summary: String,
    choices: [String] = [], isRequired: Bool = false, isRepeating: Bool = false,
    defaultText: String? = nil, completion: ValueCompletion? = nil
  ) {
    self.kind = kind
    self.names = names
    self.placeholder = placeholder
    self.summary = summary
    self.choices = choices
    self.isRequired = isRequired
    self.isRepeating = isRepeating
    self.defaultText = defaultText
    self.completion = completion ?? (choices.isEmpty ? .none : .choices)
  }

  /// The name that messages use: the long name of an option, the placeholder of an argument.
  package var name: String { names.first ?? placeholder }
}

extension ParameterDescription {
  static let help = Self(kind: .flag, names: ["--help", "-h"], summary: "Show help")
  static let version = Self(
    kind: .flag, names: ["--version"], summary: "Show the version (only without a command)")
}
