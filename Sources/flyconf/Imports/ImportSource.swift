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

  /// The values of the file, and the mistakes in it.
  ///
  /// - Parameter identity: Its passphrase is read elsewhere.
  func read(beside identity: IdentityOptions, _ context: Context) throws -> ImportedFile {
    var source = SourceText(name: name, bytes: try bytes(beside: identity, context))
    defer { _ = Secret(wiping: &source.bytes) }
    let format =
      format ?? ImportFormat(ofFile: isUnnamed ? nil : file, holding: source.bytes)
    return format.read(source)
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

  /// All mistakes, each in a line as compilers write it and never with what stands there.
  private func failure(_ mistakes: [ImportMistake]) -> Failure {
    let shown = file == "-" ? "standard input" : file
    let failures = ImportMistakes(mistakes: mistakes).mistakes.map { mistake in
      let column = mistake.column.map { ":\($0)" } ?? ""
      return Failure(
        .usage, "\(shown):\(mistake.line)\(column): \(mistake.reason)", help: mistake.help)
    }
    return Failure(all: failures) ?? Failure("\(shown) cannot be imported")
  }

  /// Plans the import of a file, also of one with mistakes: those that only the vault tells are
  /// named beside them, so that nobody mends a file in two rounds.
  ///
  /// - Throws: `Failure` for every mistake, or for what is in the way of a file that has none.
  func planning(
    _ file: ImportedFile, _ plan: () throws -> PlannedImport
  ) throws -> PlannedImport {
    do {
      let made = try plan()
      guard file.mistakes.isEmpty else { throw failure(file.mistakes) }
      return made
    } catch let error as ImportMistakes {
      throw failure(file.mistakes + error.mistakes)
    } catch _ where !file.mistakes.isEmpty {
      throw failure(file.mistakes)
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
