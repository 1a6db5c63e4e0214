import CommandKit
import DeployModel

/// Where a command takes a value from, if it is not handed over on standard input or typed.
///
/// A value never stands on the command line itself: other users of the machine see it there, and
/// the shell keeps it in its history.
struct ValueOptions: Sendable {
  /// The file that holds it; `-` is standard input.
  var file: String?
  var generator: ValueGenerator?

  /// Where a value comes from that is not made at random.
  enum Place: Equatable {
    case standardInput
    case descriptor(Descriptor)
    case file(String)
  }

  /// What is named; standard input where nothing is.
  ///
  /// A shell puts the path of a descriptor in the place of `<(command)`.
  var place: Place {
    guard let file, file != "-" else { return .standardInput }
    for prefix in ["/dev/fd/", "/proc/self/fd/"] where file.hasPrefix(prefix) {
      guard let descriptor = Descriptor(String(file.dropFirst(prefix.count))) else { continue }
      return descriptor == .standardInput ? .standardInput : .descriptor(descriptor)
    }
    return file == "/dev/stdin" ? .standardInput : .file(file)
  }

  var isGiven: Bool { file != nil || generator != nil }

  /// What is said to a word too many, which may be a value.
  static let extraArgumentHint =
    "a value is never an argument: hand it over on standard input or with --value-file FILE, "
    + "or leave it out and type it when you are asked"
}

extension Parameter where Value == ValueOptions {
  /// The options of every command that takes a value.
  static var value: Self {
    let options: Self = .group(
      ValueOptions.init,
      .option(
        "--value-file", placeholder: "FILE", "Read the value from FILE; - is standard input",
        completion: .file),
      .generator)
    return options.map { options throws(UsageError) in
      guard options.file == nil || options.generator == nil else {
        throw UsageError(
          message: "--value-file and --generate are two ways to one value", hint: "give one of them"
        )
      }
      return options
    }
  }
}

extension Parameter where Value == ValueGenerator? {
  /// The form of a value that is made at random.
  fileprivate static var generator: Self {
    let word: Parameter<String?> = .option(
      "--generate", placeholder: "FORM",
      "Make a random value: hex:32, base64:48, alnum:40 or words:6")
    return word.map { word throws(UsageError) in
      try word.map { word throws(UsageError) in try .argument(word, of: "--generate") }
    }
  }
}

extension ValueGenerator {
  /// The form that an option's argument names, which is not repeated: it may be a value.
  static func argument(_ word: String, of option: String) throws(UsageError) -> ValueGenerator {
    do throws(MalformedValue) {
      return try ValueGenerator(word)
    } catch {
      throw UsageError(message: "invalid value for \(option): \(error.reason)", hint: error.help)
    }
  }
}
