import DeployModel

/// Colour and weight for terminals: escape sequences, or nothing.
struct Style {
  var isOn: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }

  func severity(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;33")
    case .note: wrap(text, "1;36")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension Context {
  /// Whether results are printed in colour.
  var hasColor: Bool {
    switch options.color {
    case .auto: console.allowsColor
    case .always: true
    case .never: false
    }
  }
}
