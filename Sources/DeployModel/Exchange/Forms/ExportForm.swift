/// A form in which values are handed to other programs.
///
/// Whatever a value holds, it comes out of the form as the bytes that went in, or it is refused.
package struct ExportForm: Sendable {
  /// The word by which it is asked for.
  package let name: String
  /// What it is for, in a few words.
  package let summary: String
  /// Whether common readers of the form fill in `${…}`, unless they are told not to.
  package private(set) var hasReferences = false
  private let encoder: @Sendable ([ExportedValue]) throws(FormRefusals) -> Secret

  init(
    _ name: String, _ summary: String,
    encoder: @escaping @Sendable ([ExportedValue]) throws(FormRefusals) -> Secret
  ) {
    self.name = name
    self.summary = summary
    self.encoder = encoder
  }

  /// A form that writes one value after the other.
  ///
  /// - Parameter write: Appends the text of one value.
  init(
    _ name: String, _ summary: String, hasReferences: Bool = false,
    write: @escaping @Sendable (ExportedValue, inout [UInt8]) throws(FormFault) -> Void
  ) {
    self.init(name, summary) { values throws(FormRefusals) in
      try FormWriting.joined(values, by: write)
    }
    self.hasReferences = hasReferences
  }

  /// The text of values, whose keys differ.
  ///
  /// - Throws: `FormRefusals` with every value that the form cannot hold.
  package func text(of values: [ExportedValue]) throws(FormRefusals) -> Secret {
    try encoder(values)
  }
}

/// Why a form cannot hold a value; never a part of the value.
struct FormFault: Error {
  var reason: String
  var help: String?

  init(_ reason: String, help: String? = nil) {
    self.reason = reason
    self.help = help
  }
}

/// Every value that a form cannot hold.
package struct FormRefusals: Error {
  /// One value, and why.
  package struct Refusal: Hashable, Sendable {
    package let key: VariableKey
    /// As in "it has a NUL".
    package let reason: String
    package let help: String?
  }

  package let refusals: [Refusal]
}
