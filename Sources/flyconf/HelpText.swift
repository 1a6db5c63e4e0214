import Documents

/// A page of help, as it is printed.
struct HelpText {
  private let text: String

  init(_ text: String) { self.text = text }

  func show(in context: Context) throws -> ExitCode {
    let isMachine = context.options.format.isMachine
    let node: Node = .object(["format": "flyconf.help/1", "text": Node(.string(text))])
    try context.console.out(isMachine ? JSONWriter.document(node) : text)
    return .fine
  }
}
