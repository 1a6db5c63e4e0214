/// A parameter of a command: its description, and how its value is read.
///
/// Parameters are listed in the order of the initializer that takes their values. The compiler
/// checks types and number, but two neighbours of the same type can be swapped unseen; a test
/// that parses each command with its own names as values finds that.
package struct Parameter<Value: Sendable>: Sendable {
  typealias Reader =
    @Sendable (inout MatchedArguments) throws(UsageError) -> Value

  /// One description, or several for a group.
  package let descriptions: [ParameterDescription]
  let read: Reader

  init(_ descriptions: [ParameterDescription], read: @escaping Reader) {
    self.descriptions = descriptions
    self.read = read
  }
}

extension Parameter {
  /// Several parameters read as one value, for options that commands have in common.
  package static func group<each Member: Sendable>(
    _ make: @escaping @Sendable (repeat each Member) -> Value,
    _ member: repeat Parameter<each Member>
  ) -> Self {
    var descriptions: [ParameterDescription] = []
    for parameter in repeat each member { descriptions += parameter.descriptions }
    return Self(descriptions) { matched throws(UsageError) in
      make(repeat try (each member).read(&matched))
    }
  }

  /// The same parameter with its value turned into another.
  ///
  /// For checks that concern a single parameter: throw a `UsageError` to refuse the value.
  package func map<Other: Sendable>(
    _ transform: @escaping @Sendable (Value) throws(UsageError) -> Other
  ) -> Parameter<Other> {
    Parameter<Other>(descriptions) { matched throws(UsageError) in
      try transform(read(&matched))
    }
  }
}

extension Parameter where Value == Bool {
  /// A flag: true when it is written, however often.
  package static func flag(
    _ name: String, _ otherNames: String..., summary: String
  ) -> Self {
    let description = ParameterDescription(
      kind: .flag, names: [name] + otherNames, summary: summary)
    return Self([description]) { matched throws(UsageError) in
      matched.options[name] != nil
    }
  }
}
