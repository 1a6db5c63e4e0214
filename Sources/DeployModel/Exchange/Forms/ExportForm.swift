/// A form in which values are handed to other programs.
///
/// Whatever a value holds, it comes out of the form as the bytes that went in, or it is refused.
package struct ExportForm: Sendable {
  /// The word by which it is asked for.
  package let name: String
  /// What it is for, in a few words.
  package let summary: String
  /// What some readers of the form do otherwise than others.
  package private(set) var reservations: [Reservation] = []
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
    _ name: String, _ summary: String, reservations: [Reservation] = [],
    write: @escaping @Sendable (ExportedValue, inout [UInt8]) throws(FormFault) -> Void
  ) {
    self.init(name, summary) { values throws(FormRefusals) in
      try FormWriting.joined(values, by: write)
    }
    self.reservations = reservations
  }

  /// The text of values, whose keys differ.
  ///
  /// - Throws: `FormRefusals` with every value that the form cannot hold.
  package func text(of values: [ExportedValue]) throws(FormRefusals) -> Secret {
    try encoder(values)
  }
}

extension ExportForm {
  /// What some readers of a form take otherwise than others, who read it back.
  package struct Reservation: Sendable {
    /// As in "some readers of it fill in what '${…}' names"; the names of the values follow.
    package let text: String
    /// Whether a value is meant.
    package let concerns: @Sendable (ExportedValue) -> Bool
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
