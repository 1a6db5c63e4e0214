import CommandKit
import DeployModel
import Documents

/// Writes the secret variables of an environment in a form that another program reads.
struct ExportSecrets: Command {
  var form: ExportForm
  var environment: EnvironmentName
  var hasPlain: Bool
  var isGrantedOnly: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "export", "Write an environment's secret variables for another program",
    discussion: "Whatever a value holds, the program that reads the form gets its very bytes; what "
      + "a form cannot hold is refused by name before anything is written. The form dotenv is "
      + "read alike by Node, the package dotenv and python-dotenv; the rare value that only the "
      + "last can read, such as one with both kinds of quotes, is named. "
      + "References are followed "
      + "to their credentials; a credential that no variable refers to is not exported. A file "
      + "that --output names is readable by you alone.",
    examples: [
      Example(
        "flyconf secrets export --for fly | fly secrets import", "hand them to the application"),
      Example("flyconf secrets export --for dotenv --env development --plain -o .env", "a .env"),
    ],
    Self.init,
    .exportForm,
    .environment,
    .flag("--plain", summary: "Add the variables that are no secret"),
    .grantedOnly,
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let text = try released(in: context)
    // The project is unlocked by now: who reads may take their time.
    guard context.options.format.isMachine else {
      try context.console.out(text)
      return .fine
    }
    try context.console.out(secretly: JSONWriter.document(node(text)))
    return .fine
  }

  /// The text, once it is certain and its release recorded.
  private func released(in context: Context) throws -> Secret {
    let session = try VaultSession.open(.reading, vault, in: context)
    let release = try VariableRelease(
      VariableSelection(environment, includesPlain: hasPlain), isGrantedOnly: isGrantedOnly,
      session, in: context)
    let values = release.variables.map { ExportedValue($0.key, $0.value, of: environment) }
    let text: Secret
    do throws(FormRefusals) {
      text = try form.text(of: values)
    } catch {
      throw failure(error)
    }
    try release.record(.exported)
    if !context.options.isQuiet {
      for note in notes(release.opened, values) { context.console.note("note: \(note)") }
    }
    return text
  }

  private func failure(_ error: FormRefusals) -> Failure {
    let failures = error.refusals.map {
      Failure(
        .found, "'\($0.key)' cannot be exported for \(form.name): \($0.reason)", help: $0.help)
    }
    return Failure(all: failures) ?? Failure("nothing could be exported")
  }

  private func notes(_ opened: OpenedVariables, _ values: [ExportedValue]) -> [String] {
    var notes: [String] = []
    let unset = opened.unset.compactMap(\.name)
    if !unset.isEmpty {
      notes.append("left out, for they have no value yet: \(Spelling.list(unset))")
    }
    for reservation in form.reservations {
      let names = values.filter(reservation.concerns).map(\.key.text)
      if !names.isEmpty { notes.append("\(reservation.text): \(Spelling.list(names))") }
    }
    if values.isEmpty {
      notes.append("there is no \(hasPlain ? "" : "secret ")variable of \(environment) to export")
    }
    return notes
  }

  private func node(_ text: Secret) -> Node {
    var members: [Node.Member] = [
      .init("format", "flyconf.secrets-export/1"), .init("environment", environment.rawValue),
      .init("for", form.name),
    ]
    if let text = text.text() {
      members.append(.init("text", text))
    } else {
      members.append(.init("text_base64url", text.withBytes { Base64URL.encode(Array($0)) }))
    }
    return Node(.object(members))
  }
}
