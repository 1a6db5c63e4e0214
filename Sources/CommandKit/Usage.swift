/// Writes how a command is called.
enum Usage {
  /// The parts of a usage line: arguments first, since options may stand anywhere.
  static func parts(of parameters: [ParameterDescription]) -> [String] {
    let arguments = parameters.filter { $0.kind == .argument }
    let options = parameters.filter { $0.kind != .argument }
    return (arguments + options).map { part(of: $0) }
  }

  /// The usage in one line of bounded length: options that do not fit are left unnamed.
  static func line(of command: CommandDescription, path: [String]) -> String {
    let line = (path + parts(of: command.parameters)).joined(separator: " ")
    let limit = HelpPage.width - "Usage: ".count
    guard line.unicodeScalars.count > limit else { return line }
    let arguments = command.parameters.filter { $0.kind == .argument }
    return (path + parts(of: arguments) + ["[<OPTION>...]"]).joined(separator: " ")
  }

  /// The parameter as it stands at the left of a table.
  static func label(of parameter: ParameterDescription, hasShortNames: Bool) -> String {
    switch parameter.kind {
    case .argument:
      return "<\(parameter.placeholder)>\(parameter.isRepeating ? "..." : "")"
    case .option, .flag:
      let short = parameter.names.filter { !$0.hasPrefix("--") }
      let long = parameter.names.filter { $0.hasPrefix("--") }
      let names = (short + long).joined(separator: ", ")
      let indent = short.isEmpty && hasShortNames ? "    " : ""
      return indent + names + value(of: parameter)
    }
  }

  /// The parameter's summary, with what else there is to know in brackets.
  static func text(of parameter: ParameterDescription) -> String {
    var notes: [String] = []
    if !parameter.choices.isEmpty { notes.append(Spelling.list(parameter.choices)) }
    if let text = parameter.defaultText { notes.append("default: \(text)") }
    if parameter.kind == .option && parameter.isRepeating { notes.append("may be repeated") }
    let suffix = notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
    return parameter.summary + suffix
  }

  private static func part(of parameter: ParameterDescription) -> String {
    switch parameter.kind {
    case .argument:
      let label = label(of: parameter, hasShortNames: false)
      return parameter.isRequired ? label : "[\(label)]"
    case .option, .flag:
      let suffix = parameter.isRepeating ? "..." : ""
      return "[\(parameter.name)\(value(of: parameter))]\(suffix)"
    }
  }

  private static func value(of parameter: ParameterDescription) -> String {
    parameter.kind == .option ? " <\(parameter.placeholder)>" : ""
  }
}
