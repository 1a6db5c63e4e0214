extension Parameter where Value: ArgumentValue {
  /// An argument that must be written.
  package static func argument(
    _ placeholder: String, _ summary: String, completion: ValueCompletion? = nil
  ) -> Self {
    let description = ParameterDescription(
      kind: .argument, placeholder: placeholder, summary: summary,
      choices: Value.choices, isRequired: true, completion: completion)
    return Self([description]) { matched throws(UsageError) in
      guard let word = matched.takeArgument().first else {
        throw .missingArgument(placeholder)
      }
      return try Value(argument: word, for: placeholder)
    }
  }

  /// An argument that has a value even when it is left out.
  package static func argument(
    _ placeholder: String, default value: Value, _ summary: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    let description = ParameterDescription(
      kind: .argument, placeholder: placeholder, summary: summary,
      choices: Value.choices, defaultText: value.argument, completion: completion)
    return Self([description]) { matched throws(UsageError) in
      guard let word = matched.takeArgument().first else { return value }
      return try Value(argument: word, for: placeholder)
    }
  }
}

extension Parameter {
  /// An argument that may be left out.
  package static func argument<Wrapped: ArgumentValue>(
    _ placeholder: String, _ summary: String, completion: ValueCompletion? = nil
  ) -> Self where Value == Wrapped? {
    let description = ParameterDescription(
      kind: .argument, placeholder: placeholder, summary: summary,
      choices: Wrapped.choices, completion: completion)
    return Self([description]) { matched throws(UsageError) in
      guard let word = matched.takeArgument().first else { return nil }
      return try Wrapped(argument: word, for: placeholder)
    }
  }

  /// An argument that may be written any number of times, or at least once if required.
  ///
  /// A command has at most one of these: a second would never get a word.
  package static func argument<Wrapped: ArgumentValue>(
    _ placeholder: String, isRequired: Bool = false, _ summary: String,
    completion: ValueCompletion? = nil
  ) -> Self where Value == [Wrapped] {
    let description = ParameterDescription(
      kind: .argument, placeholder: placeholder, summary: summary,
      choices: Wrapped.choices, isRequired: isRequired, isRepeating: true,
      completion: completion)
    return Self([description]) { matched throws(UsageError) in
      let words = matched.takeArgument()
      if isRequired && words.isEmpty { throw .missingArgument(placeholder) }
      return try words.map { word throws(UsageError) in
        try Wrapped(argument: word, for: placeholder)
      }
    }
  }
}
