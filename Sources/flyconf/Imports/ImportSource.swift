import CommandKit
import DeployModel
import Documents

extension ImportFormat: ArgumentValue {}

/// The file from which a command imports values.
struct ImportSource: Sendable {
  /// A path, or `-` for standard input.
  var file: String
  var format: ImportFormat?

  /// How messages and the texts of new entries call it.
  var name: String { file == "-" ? "standard input" : Path.name(of: file) }

  /// The values of the file.
  ///
  /// - Parameter identity: Its passphrase is read elsewhere.
  /// - Throws: `Failure` for every mistake, with its line and never with what stands there.
  func read(beside identity: IdentityOptions, _ context: Context) throws -> [ImportedValue] {
    var source = SourceText(name: name, bytes: try bytes(beside: identity, context))
    defer { _ = Secret(wiping: &source.bytes) }
    let format =
      format ?? ImportFormat(ofFile: isUnnamed ? nil : file, holding: source.bytes)
    do throws(ImportMistakes) {
      return try format.read(source)
    } catch {
      throw failure(error, context)
    }
  }

  /// Whether the path says nothing of what is in the file.
  private var isUnnamed: Bool { ValueOptions(file: file).place != .file(file) }

  private func bytes(
    beside identity: IdentityOptions, _ context: Context
  ) throws -> [UInt8] {
    let passphrase = PassphraseSource(identity.passphrase, context)
    switch ValueOptions(file: file).place {
    case .standardInput:
      try passphrase.check(readsApart: .standardInput, for: "the values")
      return try context.console.readInput(SourceText.sizeLimit)
    case .descriptor(let descriptor):
      try passphrase.check(readsApart: descriptor, for: "the values")
      return try context.console.readDescriptor(descriptor, SourceText.sizeLimit)
    case .file(let file):
      let path = context.absolute(file)
      guard try context.files.kind(of: path) != nil else {
        throw Failure("cannot read \(Quoted(file)): no such file", help: "check the path")
      }
      return try context.files.streamedContents(of: path, limit: SourceText.sizeLimit)
    }
  }

  /// All mistakes, each in a line as compilers write it.
  func failure(_ error: ImportMistakes, _ context: Context) -> Failure {
    let shown = file == "-" ? "standard input" : file
    let failures = error.mistakes.map { mistake in
      let column = mistake.column.map { ":\($0)" } ?? ""
      return Failure(
        .usage, "\(shown):\(mistake.line)\(column): \(mistake.reason)", help: mistake.help)
    }
    return Failure(all: failures) ?? Failure("\(shown) cannot be imported")
  }

  /// Makes failures of what an import refuses.
  func refusing<Result>(_ context: Context, _ action: () throws -> Result) throws -> Result {
    do {
      return try action()
    } catch let error as ImportMistakes {
      throw failure(error, context)
    } catch let error as ImportRefusals {
      throw Failure(all: error.refusals.map { Failure($0) }) ?? Failure("nothing was imported")
    }
  }
}

extension Parameter where Value == ImportSource {
  /// The argument and the option by which a file of values is named.
  static var importSource: Self {
    .group(
      ImportSource.init,
      .argument("FILE", "The file; - is standard input", completion: .file),
      .option("--from-format", placeholder: "FORMAT", "What it is, where its name does not tell"))
  }
}
