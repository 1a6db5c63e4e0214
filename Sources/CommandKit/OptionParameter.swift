extension Parameter where Value: ArgumentValue {
  /// An option that has a value even when it is left out; of several, the last one counts.
  package static func option(
    _ name: String, _ otherNames: String..., placeholder: String, default value: Value,
    _ summary: String, completion: ValueCompletion? = nil
  ) -> Self {
    let description = ParameterDescription(
      kind: .option, names: [name] + otherNames, placeholder: placeholder, summary: summary,
      choices: Value.choices, defaultText: value.argument, completion: completion)
    return Self([description]) { matched throws(UsageError) in
      guard let word = matched.options[name]?.last else { return value }
      return try Value(argument: word, for: name)
    }
  }
}

extension Parameter {
  /// An option that may be left out; of several, the last one counts.
  ///
  /// The last wins, so that an alias or a script can set what its caller overrides.
  package static func option<Wrapped: ArgumentValue>(
    _ name: String, _ otherNames: String..., placeholder: String, _ summary: String,
    completion: ValueCompletion? = nil
  ) -> Self where Value == Wrapped? {
    let description = ParameterDescription(
      kind: .option, names: [name] + otherNames, placeholder: placeholder, summary: summary,
      choices: Wrapped.choices, completion: completion)
    return Self([description]) { matched throws(UsageError) in
      guard let word = matched.options[name]?.last else { return nil }
      return try Wrapped(argument: word, for: name)
    }
  }

  /// An option that may be written any number of times, all of which count.
  package static func option<Wrapped: ArgumentValue>(
    _ name: String, _ otherNames: String..., placeholder: String, _ summary: String,
    completion: ValueCompletion? = nil
  ) -> Self where Value == [Wrapped] {
    let description = ParameterDescription(
      kind: .option, names: [name] + otherNames, placeholder: placeholder, summary: summary,
      choices: Wrapped.choices, isRepeating: true, completion: completion)
    return Self([description]) { matched throws(UsageError) in
      try (matched.options[name] ?? []).map { word throws(UsageError) in
        try Wrapped(argument: word, for: name)
      }
    }
  }
}
